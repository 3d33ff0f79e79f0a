package de.stadtchronik.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of an import: those of an export, which are taken as they are if they can be read, and documents as
 * {@code POST} takes them, which have to keep all rules.
 */
@ApplicationScoped
public class ArrivalReader {

    private static final List<String> WRITTEN = List.of("type", "id", "source", "document", "publish");
    private static final int MOST_CHARACTERS = 1_000_000;

    private final DocumentReader documents;
    private final ResourceTypes types;

    ArrivalReader(DocumentReader documents, ResourceTypes types) {
        this.documents = documents;
        this.types = types;
    }

    /** Whether a line is the first of an export. */
    public boolean isHeader(byte[] line) {
        try {
            return documents.parse(line).has("format");
        } catch (Problem unreadable) {
            return false;
        }
    }

    /** Whether a line is the last of an export. */
    public boolean isEnd(byte[] line) {
        try {
            return documents.parse(line).path("record").asText().equals(ContentExport.END);
        } catch (Problem unreadable) {
            return false;
        }
    }

    /**
     * Reads a line.
     *
     * @throws Problem MALFORMED_JSON, INVALID_DOCUMENT
     */
    public Arrival read(byte[] line) {
        var tree = documents.parse(line);
        if (tree.has("format")) {
            requireKnownFormat(tree);
            return new Arrival.Frame();
        }
        return switch (tree.path("record").asText()) {
            case ContentExport.END -> new Arrival.Frame();
            case ItemRecord.RECORD -> new Arrival.Item(new Exported(tree).item());
            case VersionRecord.RECORD -> new Arrival.Version(new Exported(tree).version());
            default -> written(tree);
        };
    }

    private static void requireKnownFormat(ObjectNode header) {
        if (!header.path("format").asText().equals(ContentExport.FORMAT)
                || header.path("version").asInt() != ContentExport.FORMAT_VERSION) {
            throw Problem.invalidDocument(List.of(new Fault(
                    "/format",
                    null,
                    "unknown-format",
                    new Words(
                            "Dieses Format, oder seine Fassung (version), ist hier nicht bekannt.",
                            "This format, or its version, is not known here."),
                    List.of(ContentExport.FORMAT + " " + ContentExport.FORMAT_VERSION))));
        }
    }

    private Arrival written(ObjectNode tree) {
        var faults = new ArrayList<Fault>();
        tree.fieldNames().forEachRemaining(name -> {
            if (!WRITTEN.contains(name)) {
                faults.add(new Fault(
                        "/" + name,
                        null,
                        "unknown-property",
                        new Words("Dieses Feld gibt es hier nicht.", "There is no such property here."),
                        WRITTEN));
            }
        });
        var type = type(tree, faults);
        var id = optionalId(tree, faults);
        if (!(tree.path("publish").isMissingNode() || tree.path("publish").isBoolean())) {
            faults.add(ShapeCheck.expected("/publish", "boolean", "true, false"));
        }
        if (!(tree.path("document") instanceof ObjectNode document)) {
            faults.add(ShapeCheck.expected("/document", "object", "{…}"));
            throw Problem.invalidDocument(faults);
        }
        if (type.isEmpty()) {
            throw Problem.invalidDocument(faults);
        }
        if (tree.path("source") instanceof ObjectNode source && !document.has("source")) {
            document.set("source", source);
        }
        var given = id.or(() -> document.path("id").isTextual()
                        && Slug.isUuidShaped(document.path("id").asText())
                ? Optional.of(UUID.fromString(document.path("id").asText()))
                : Optional.empty());
        var candidate = documents.candidate(type.get(), document, given.orElse(null));
        candidate.faults().forEach(fault -> faults.add(below("/document", fault)));
        checkTitles(candidate.document(), type.get(), faults);
        var text = DocumentJson.write(DocumentJson.tree(candidate.document()));
        checkLength("/document", text, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalidDocument(faults);
        }
        return new Arrival.Written(
                type.get(),
                given.orElseGet(() -> idOf(type.get(), text)),
                candidate.document(),
                tree.path("publish").asBoolean());
    }

    private static void checkTitles(Document document, ResourceType type, List<Fault> faults) {
        var titles = new StrayReferences();
        new DocumentTree(DocumentJson.tree(document), Shape.of(type.document()), false, titles);
        titles.faults().forEach(fault -> faults.add(below("/document", fault)));
    }

    private Optional<ResourceType> type(ObjectNode tree, List<Fault> faults) {
        var name = tree.path("type").asText();
        var type = types.at(name)
                .or(() -> types.all().stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst());
        if (type.isEmpty()) {
            var allowed = new TreeSet<String>();
            types.all().forEach(known -> allowed.add(known.name()));
            faults.add(new Fault(
                    "/type",
                    null,
                    "unknown-value",
                    new Words("Diese Art gibt es nicht.", "There is no such type."),
                    List.copyOf(allowed)));
        }
        return type;
    }

    private static Optional<UUID> optionalId(ObjectNode tree, List<Fault> faults) {
        var id = tree.path("id");
        if (id.isMissingNode()) {
            return Optional.empty();
        }
        if (!Slug.isUuidShaped(id.asText())) {
            faults.add(ShapeCheck.expected("/id", "uuid", "0198c5a2-0000-7000-8000-000000000000"));
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(id.asText()));
    }

    /** An id that has the shape of a UUIDv7 (RFC 9562), is as old as can be, and is always the same for the same words. */
    private static UUID idOf(ResourceType type, String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((type.name() + "\n" + text).getBytes(StandardCharsets.UTF_8));
            var bits = ByteBuffer.wrap(hash);
            return new UUID(
                    (bits.getLong() & 0xfffL) | 0x7000L, (bits.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Fault below(String pointer, Fault fault) {
        return new Fault(
                pointer + (fault.pointer() == null ? "" : fault.pointer()),
                null,
                fault.code(),
                fault.message(),
                fault.allowed());
    }

    private static void checkLength(String pointer, @Nullable String text, List<Fault> faults) {
        if (text != null && text.length() > MOST_CHARACTERS) {
            faults.add(Fault.inBody(
                    pointer,
                    "too-large",
                    new Words(
                            "Ein Dokument hat höchstens 1.000.000 Zeichen.",
                            "A document has 1,000,000 characters at most.")));
        }
    }

    /** A line of an export, read with all that is wrong with it. */
    private final class Exported {

        private final ObjectNode tree;
        private final List<Fault> faults = new ArrayList<>();

        Exported(ObjectNode tree) {
            this.tree = tree;
        }

        ItemRecord item() {
            var type = type(tree, faults);
            var item = new ItemRecord(
                    ItemRecord.RECORD,
                    id("id"),
                    type.map(ResourceType::name).orElse(""),
                    tree.path("slug").asText(),
                    slugs(),
                    word("status", Status.class).orElse(Status.DRAFT),
                    number("revision", 1),
                    number("version", 0),
                    moment("createdAt"),
                    moment("modifiedAt"),
                    tree.has("publishAt") ? moment("publishAt") : null,
                    optionalWord("publishUpdateType", UpdateType.class),
                    texts("publishChangeNote"),
                    optionalWord("updateType", UpdateType.class),
                    texts("changeNote"),
                    name("publishedBy"),
                    tree.has("goneAt") ? moment("goneAt") : null,
                    optionalWord("goneReason", GoneReason.class),
                    texts("explanation"),
                    tree.has("successor") ? id("successor") : null,
                    source(),
                    type.map(known -> document("draft", known)).orElse(null),
                    type.map(known -> document("published", known)).orElse(null));
            checkWhole(item);
            refuse();
            return item;
        }

        VersionRecord version() {
            var version = new VersionRecord(
                    VersionRecord.RECORD,
                    id("id"),
                    number("version", 1),
                    moment("modifiedAt"),
                    optionalWord("updateType", UpdateType.class),
                    texts("changeNote"),
                    name("publishedBy"),
                    // Which type it is of, and so which shape, only the item says.
                    DocumentJson.write(tree.path("document")));
            if (!tree.path("document").isObject()) {
                faults.add(ShapeCheck.expected("/document", "object", "{…}"));
            }
            checkLength("/document", version.document(), faults);
            refuse();
            return version;
        }

        private void refuse() {
            if (!faults.isEmpty()) {
                throw Problem.invalidDocument(faults);
            }
        }

        /** What has to be there together, so that nobody stumbles over the row. */
        private void checkWhole(ItemRecord item) {
            var whole = item.status().visible() == (item.published() != null)
                    && (item.status() == Status.DELETED) == (item.current() == null)
                    && (item.status() == Status.WITHDRAWN || item.status() == Status.DELETED) == (item.goneAt() != null)
                    && (item.goneAt() == null) == (item.goneReason() == null)
                    && (item.status() == Status.DELETED || (item.status() == Status.DRAFT) == (item.version() == 0));
            if (!whole) {
                faults.add(Fault.inBody(
                        "/status",
                        "not-whole",
                        new Words(
                                "Status, Fassung, Dokumente und goneAt passen nicht zusammen.",
                                "Status, version, documents and goneAt do not fit together.")));
            }
            if (!Slug.isWellFormed(item.slug()) && !item.slug().equals(item.id().toString())) {
                faults.add(ShapeCheck.expected("/slug", "slug", "sommerfest-2020"));
            }
        }

        private List<ItemRecord.NamedBy> slugs() {
            var slugs = new ArrayList<ItemRecord.NamedBy>();
            for (var slug : tree.path("slugs")) {
                var name = slug.path("slug").asText();
                if (Slug.isWellFormed(name) && !Slug.isUuidShaped(name)) {
                    slugs.add(
                            new ItemRecord.NamedBy(name, slug.path("everPublic").asBoolean()));
                } else {
                    faults.add(ShapeCheck.expected("/slugs", "slug", "sommerfest-2020"));
                }
            }
            return ItemRecord.NamedBy.inOrder(slugs);
        }

        private ItemRecord.@Nullable Origin source() {
            var source = tree.path("source");
            return source.isObject()
                    ? ItemRecord.Origin.of(
                            source.path("system").textValue(),
                            source.path("externalId").textValue())
                    : null;
        }

        private UUID id(String name) {
            var id = tree.path(name).asText();
            if (Slug.isUuidShaped(id)) {
                return UUID.fromString(id);
            }
            faults.add(ShapeCheck.expected("/" + name, "uuid", "0198c5a2-0000-7000-8000-000000000000"));
            return new UUID(0, 0);
        }

        private int number(String name, int least) {
            var value = tree.path(name);
            if (!value.canConvertToInt() || value.asInt() < least) {
                faults.add(ShapeCheck.expected("/" + name, "integer", String.valueOf(least)));
            }
            return value.asInt();
        }

        private Instant moment(String name) {
            try {
                return Instant.parse(tree.path(name).asText());
            } catch (DateTimeParseException malformed) {
                faults.add(ShapeCheck.expected("/" + name, "date-time", "2020-12-01T00:00:00Z"));
                return Instant.EPOCH;
            }
        }

        private <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
            var found = Arrays.stream(words.getEnumConstants())
                    .filter(word -> word.name().equals(tree.path(name).asText()))
                    .findFirst();
            if (found.isEmpty()) {
                faults.add(new Fault(
                        "/" + name,
                        null,
                        "unknown-value",
                        new Words("Diesen Wert gibt es hier nicht.", "There is no such value here."),
                        Arrays.stream(words.getEnumConstants()).map(Enum::name).toList()));
            }
            return found;
        }

        private <E extends Enum<E>> @Nullable E optionalWord(String name, Class<E> words) {
            return tree.has(name) ? word(name, words).orElse(null) : null;
        }

        private @Nullable String name(String property) {
            var name = tree.path(property);
            return name.isTextual() && name.asText().length() <= 100 ? name.asText() : null;
        }

        private @Nullable String texts(String name) {
            var texts = tree.path(name);
            if (texts.isMissingNode()) {
                return null;
            }
            for (var text : texts) {
                if (!text.isTextual() || !texts.isObject()) {
                    faults.add(ShapeCheck.expected("/" + name, "language-map", "{\"de\": \"…\"}"));
                    return null;
                }
            }
            LocalizedText read = DocumentJson.text(texts);
            return DocumentJson.write(read);
        }

        private @Nullable String document(String name, ResourceType type) {
            var document = tree.path(name);
            if (document.isMissingNode()) {
                return null;
            }
            if (!(document instanceof ObjectNode object)) {
                faults.add(ShapeCheck.expected("/" + name, "object", "{…}"));
                return null;
            }
            var text = canonical(object, type, "/" + name, faults);
            checkLength("/" + name, text, faults);
            return text;
        }
    }

    /** A stored document as this service writes it, with what does not have the shape of the type noted and left out. */
    static String canonical(ObjectNode stored, ResourceType type, String pointer, List<Fault> faults) {
        var misfits = new ArrayList<Fault>();
        new ShapeCheck(misfits).check(stored, Shape.of(type.document()));
        misfits.forEach(fault -> faults.add(below(pointer, fault)));
        try {
            return DocumentJson.write(
                    DocumentJson.tree((Document) DocumentJson.MAPPER.treeToValue((JsonNode) stored, type.document())));
        } catch (JsonProcessingException unchecked) {
            throw new IllegalStateException("the check lets pass what cannot be read", unchecked);
        }
    }
}
