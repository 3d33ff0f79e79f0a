package de.stadtchronik.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a request, read strictly: whatever is wrong with it is refused, all at once. */
final class Body {

    private final JsonNode json;
    private final List<Fault> faults = new ArrayList<>();

    /** @param json null if there was none */
    Body(@Nullable JsonNode json) {
        this.json = json == null ? JsonNodeFactory.instance.nullNode() : json;
    }

    /**
     * Refuses what is no object at all, and notes what does not belong into it.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    void requireObject(List<String> fields) {
        requireObject(json, "", fields);
        if (!json.isObject()) {
            finish();
        }
    }

    private boolean requireObject(JsonNode given, String pointer, List<String> fields) {
        if (!given.isObject()) {
            fault(pointer, "not-an-object", new Words("Hier steht kein Objekt.", "There is no object here."), fields);
            return false;
        }
        for (var field : given.properties()) {
            if (!fields.contains(field.getKey())) {
                fault(
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        "unknown-property",
                        new Words("Dieses Feld gibt es hier nicht.", "There is no such property here."),
                        fields);
            }
        }
        return true;
    }

    /** An object inside; empty if it is not there, or none. */
    Optional<JsonNode> object(String name, List<String> fields) {
        return field(name).filter(given -> requireObject(given, "/" + name, fields));
    }

    Optional<JsonNode> field(String name) {
        return field(json, name);
    }

    static Optional<JsonNode> field(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    Optional<String> text(String name) {
        return field(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    void fault(String pointer, String code, Words message, List<String> allowed) {
        faults.add(new Fault(pointer, null, code, message, allowed));
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    void fault(String pointer, String code, Words message) {
        fault(pointer, code, message, List.of());
    }

    /** @throws Problem INVALID_DOCUMENT if anything was wrong */
    void finish() {
        if (!faults.isEmpty()) {
            throw Problem.invalidDocument(faults);
        }
    }
}
