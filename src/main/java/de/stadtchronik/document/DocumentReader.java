package de.stadtchronik.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.document.ShapeCheck.Origin;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client sent, strictly, and names all that is wrong with it at once: what is unknown, what has the wrong
 * form, and what breaks a rule.
 */
@ApplicationScoped
public class DocumentReader {

    /** What the service itself says of an item. An editor may send it back; it has no effect. */
    static final Set<String> SYSTEM = Set.of(
            "id",
            "type",
            "url",
            "webUrl",
            "status",
            "version",
            "revision",
            "createdAt",
            "modifiedAt",
            "draft",
            "notice",
            "tombstone",
            "language",
            "availableLanguages",
            "fallback",
            "fallbackFields",
            "certainty");

    private static final Set<String> VITAL = Set.of("not-null", "text");

    private static final ObjectReader TREE = DocumentJson.MAPPER
            .readerFor(JsonNode.class)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final DocumentRules rules;
    private final Links links;

    public DocumentReader(DocumentRules rules, Links links) {
        this.rules = rules;
        this.links = links;
    }

    /**
     * The object that a body holds.
     *
     * @throws Problem MALFORMED_JSON, INVALID_DOCUMENT if it is empty or holds something else
     */
    public ObjectNode parse(byte[] body) {
        try {
            if (TREE.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException malformed) {
            throw Problem.malformedJson(malformed);
        }
        throw Problem.invalidDocument(List.of(ShapeCheck.expected("", "object", "{…}")));
    }

    /**
     * A document, with all that is wrong with it.
     *
     * @param item the item that it is to change, if it is there already
     */
    public Candidate candidate(ResourceType type, ObjectNode body, @Nullable UUID item) {
        var faults = new ArrayList<Violation>();
        requireSame(body, "type", type.name(), faults);
        requireSame(body, "id", item == null ? null : item.toString(), faults);
        var tree = withoutSystem(body);
        if (!body.path("url").asText(links.base()).startsWith(links.base())) {
            // Meant is another property: nobody but us says where the item is.
            tree.set("url", body.get("url"));
        }
        var document = read(tree, type.document(), faults, Origin.EDITOR);
        addIndependent(rules.breachesByEditor(document), faults);
        return new Candidate(document, List.copyOf(faults));
    }

    /**
     * A document of another instance, with what is wrong with it. Of an older one, which asked less of its editors, nothing
     * is to be lost: those rules are left out that hold for editors only.
     */
    public Candidate foreign(ResourceType type, ObjectNode body) {
        var faults = new ArrayList<Violation>();
        var document = read(withoutSystem(body), type.document(), faults, Origin.STORE);
        addIndependent(rules.breaches(document), faults);
        return new Candidate(document, List.copyOf(faults));
    }

    private static ObjectNode withoutSystem(ObjectNode body) {
        var tree = body.deepCopy();
        tree.remove(SYSTEM);
        return tree;
    }

    /** What comes of a merge patch (RFC 7396) on what editors see of an item now. */
    public Candidate patched(ResourceType type, UUID item, String current, ObjectNode patch) {
        var document = withoutSystem(DocumentJson.tree(current));
        return candidate(type, MergePatch.apply(patch, document, Shape.of(type.document())), item);
    }

    /**
     * The object that a body holds; an empty one if the body is empty.
     *
     * @throws Problem MALFORMED_JSON, INVALID_DOCUMENT if it holds something else
     */
    public ObjectNode parseOptional(byte[] body) {
        return body.length == 0 ? DocumentJson.MAPPER.createObjectNode() : parse(body);
    }

    /** A request that is no document, held to what its record declares. */
    public <R extends Record> Submission<R> submission(ObjectNode body, Class<R> record) {
        var faults = new ArrayList<Violation>();
        var value = read(body, record, faults, Origin.REQUEST);
        addIndependent(rules.breachesOf(value), faults);
        return Submission.of(value, faults);
    }

    /** What comes of a merge patch (RFC 7396) on what a record says now. */
    public <R extends Record> Submission<R> patched(R current, Class<R> record, ObjectNode patch) {
        return submission(
                MergePatch.apply(patch, DocumentJson.MAPPER.<ObjectNode>valueToTree(current), Shape.of(record)),
                record);
    }

    private static <R> R read(ObjectNode tree, Class<R> record, List<Violation> faults, Origin origin) {
        new ShapeCheck(faults, origin).check(tree, Shape.of(record));
        try {
            return DocumentJson.MAPPER.treeToValue(tree, record);
        } catch (JsonProcessingException unchecked) {
            throw new IllegalStateException("the check lets pass what cannot be read", unchecked);
        }
    }

    /**
     * A stored document as this service writes it, without what does not have the shape of the record. Of the rules only
     * those count without which it could not be shown: that is there what has to be, and texts are in German.
     *
     * @param place where the document begins
     * @param misfits is told of what was left out, or lacks
     */
    public String canonical(
            ObjectNode stored, Class<? extends Document> record, String place, Consumer<Violation> misfits) {
        var faults = new ArrayList<Violation>();
        Document document = read(stored, record, faults, Origin.STORE);
        var vital = rules.breaches(document).stream()
                .filter(breach -> VITAL.contains(breach.code()))
                .toList();
        addIndependent(vital, faults);
        faults.forEach(fault -> misfits.accept(fault.below(place)));
        return DocumentJson.write(DocumentJson.tree(document));
    }

    private static void requireSame(ObjectNode body, String name, @Nullable String expected, List<Violation> faults) {
        var given = body.path(name);
        if (expected != null && !given.isMissingNode() && !given.asText().equals(expected)) {
            faults.add(ofAnotherItem(name, expected));
        }
    }

    public static Violation ofAnotherItem(String name, String expected) {
        return Violation.inBody(
                "/" + name,
                "of-another-item",
                new BilingualText("Das gehört zu einem anderen Eintrag.", "This belongs to another item."),
                List.of(expected));
    }

    /** Adds the broken rules that do not only follow from what was taken out because of another fault. */
    private static void addIndependent(List<Violation> breaches, List<Violation> faults) {
        var places =
                faults.stream().map(Violation::pointer).map(String::valueOf).collect(Collectors.toSet());
        breaches.stream()
                .filter(breach -> !isWithin(places, String.valueOf(breach.pointer())))
                .forEach(faults::add);
    }

    private static boolean isWithin(Set<String> places, String pointer) {
        for (var end = pointer.length(); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
            if (places.contains(pointer.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What an editor wants to write.
     *
     * @param document without what could not be read
     * @param faults why it cannot be written; empty if it can, as far as can be told without the store
     */
    public record Candidate(Document document, List<Violation> faults) {

        /** This candidate with further faults. */
        public Candidate with(List<Violation> more) {
            return new Candidate(
                    document, Stream.concat(more.stream(), faults.stream()).toList());
        }
    }

    /**
     * A request that is no document, as far as it could be read.
     *
     * @param value without what could not be read
     * @param faults why it is refused; empty if it is not
     */
    public record Submission<R extends Record>(R value, List<Violation> faults) {

        private static <R extends Record> Submission<R> of(R value, List<Violation> faults) {
            var shape = Shape.of(value.getClass());
            return new Submission<>(
                    value,
                    faults.stream()
                            .map(fault -> explained(fault, shape))
                            .distinct()
                            .toList());
        }

        /** Says it in the words of the property, where that has its own, and names the values of an enum. */
        private static Violation explained(Violation fault, Shape shape) {
            return shape.property(String.valueOf(fault.pointer()).replaceFirst("^/", ""))
                    .map(property -> property.expected()
                            .map(expected -> fault.as(
                                    expected.code(),
                                    new BilingualText(expected.german(), expected.english()),
                                    List.of(expected.examples())))
                            .orElseGet(() -> property.type().isEnum() && !property.many()
                                    ? fault.as("", fault.message(), property.words())
                                    : fault))
                    .orElse(fault);
        }

        /** With more that is wrong, which counts instead of what was noted at the same places. */
        public Submission<R> with(List<Violation> more) {
            var places = more.stream().map(Violation::pointer).collect(Collectors.toSet());
            var others = faults.stream().filter(fault -> !places.contains(fault.pointer()));
            return new Submission<>(value, Stream.concat(others, more.stream()).toList());
        }

        /**
         * What is asked for.
         *
         * @throws Problem INVALID_DOCUMENT if anything is wrong, which is named in the order of the record, the unknown first
         */
        public R valid() {
            if (!faults.isEmpty()) {
                var order = Shape.of(value.getClass()).properties().stream()
                        .map(Shape.Property::name)
                        .toList();
                throw Problem.invalidDocument(faults.stream()
                        .sorted(Comparator.comparing(fault -> order.indexOf(property(fault))))
                        .toList());
            }
            return value;
        }

        private static String property(Violation fault) {
            return String.valueOf(fault.pointer()).replaceFirst("^/([^/]*).*$", "$1");
        }
    }
}
