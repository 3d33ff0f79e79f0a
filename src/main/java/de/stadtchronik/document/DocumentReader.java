package de.stadtchronik.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody sent, strictly, and names all that is wrong with it at once: what is unknown, what has the wrong
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
            "certainty");

    private static final Set<String> VITAL = Set.of("not-null", "text");

    private static final ObjectReader TREE = DocumentJson.MAPPER
            .readerFor(JsonNode.class)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final DocumentRules rules;

    DocumentReader(DocumentRules rules) {
        this.rules = rules;
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
        } catch (JsonProcessingException malformed) {
            throw Problem.malformedJson(malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        throw Problem.invalidDocument(List.of(ShapeCheck.expected("", "object", "{…}")));
    }

    /**
     * A document, with all that is wrong with it.
     *
     * @param item the item that it is to change, if it is there already
     */
    public Candidate candidate(ResourceType type, ObjectNode body, @Nullable UUID item) {
        var faults = new ArrayList<Fault>();
        requireSame(body, "type", type.name(), faults);
        requireSame(body, "id", item == null ? null : item.toString(), faults);
        var tree = body.deepCopy();
        tree.remove(SYSTEM);
        var document = read(tree, type.document(), faults);
        addIndependent(rules.breaches(document), faults);
        return new Candidate(document, List.copyOf(faults));
    }

    /** What comes of a merge patch (RFC 7396) on what editors see of an item now. */
    public Candidate patched(ResourceType type, DraftView current, ObjectNode patch) {
        var document = DocumentJson.tree(current.json());
        document.remove(SYSTEM);
        return candidate(type, (ObjectNode) MergePatch.apply(patch, document), current.id());
    }

    /**
     * What is asked for with an action; nothing in particular if the body is empty.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    public <R> R request(byte[] body, Class<R> record) {
        var faults = new ArrayList<Fault>();
        var given = body.length == 0 ? DocumentJson.MAPPER.createObjectNode() : parse(body);
        var request = read(given, record, faults);
        addIndependent(rules.breachesOf(request), faults);
        rules.refuse(faults);
        return request;
    }

    private static <R> R read(ObjectNode tree, Class<R> record, List<Fault> faults) {
        new ShapeCheck(faults).check(tree, Shape.of(record));
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
    String canonical(ObjectNode stored, Class<? extends Document> record, String place, Consumer<Fault> misfits) {
        var faults = new ArrayList<Fault>();
        Document document = read(stored, record, faults);
        var vital = rules.breaches(document).stream()
                .filter(breach -> VITAL.contains(breach.code()))
                .toList();
        addIndependent(vital, faults);
        faults.forEach(fault -> misfits.accept(fault.below(place)));
        return DocumentJson.write(DocumentJson.tree(document));
    }

    private static void requireSame(ObjectNode body, String name, @Nullable String expected, List<Fault> faults) {
        var given = body.path(name);
        if (expected != null && !given.isMissingNode() && !given.asText().equals(expected)) {
            faults.add(ofAnotherItem(name, expected));
        }
    }

    static Fault ofAnotherItem(String name, String expected) {
        return new Fault(
                "/" + name,
                null,
                "of-another-item",
                new Words("Das gehört zu einem anderen Eintrag.", "This belongs to another item."),
                List.of(expected));
    }

    /** Adds the broken rules that do not follow from other faults. */
    private static void addIndependent(List<Fault> breaches, List<Fault> faults) {
        faults.addAll(breaches.stream()
                .filter(breach -> faults.stream().noneMatch(fault -> isAt(breach, fault)))
                .toList());
    }

    /** Whether a broken rule only follows from something that was taken out because of another fault. */
    private static boolean isAt(Fault breach, Fault fault) {
        var pointer = String.valueOf(fault.pointer());
        var place = String.valueOf(breach.pointer());
        return place.equals(pointer) || place.startsWith(pointer + "/");
    }

    /**
     * What somebody wants to write.
     *
     * @param document without what could not be read
     * @param faults why it cannot be written; empty if it can, as far as can be told without the store
     */
    public record Candidate(Document document, List<Fault> faults) {

        /** The same with more that is wrong. */
        public Candidate with(List<Fault> more) {
            return new Candidate(
                    document, Stream.concat(more.stream(), faults.stream()).toList());
        }
    }
}
