package de.stadtchronik.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.stadtchronik.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a request, read strictly: whatever is wrong with it is refused, all at once. */
public final class Body {

    private final JsonNode json;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * What was sent.
     *
     * @param json null if there was none
     */
    public Body(@Nullable JsonNode json) {
        this.json = json == null ? JsonNodeFactory.instance.nullNode() : json;
    }

    /**
     * Refuses what is no object at all, and notes what does not belong into it.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    public void requireObject(List<String> fields) {
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
    public Optional<JsonNode> object(String name, List<String> fields) {
        return field(name).filter(given -> requireObject(given, "/" + name, fields));
    }

    public Optional<JsonNode> field(String name) {
        return field(json, name);
    }

    public static Optional<JsonNode> field(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    public Optional<String> text(String name) {
        return field(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    public void fault(String pointer, String code, Words message, List<String> allowed) {
        faults.add(new Fault(pointer, null, code, message, allowed));
    }

    public void add(Fault fault) {
        faults.add(fault);
    }

    public void fault(String pointer, String code, Words message) {
        fault(pointer, code, message, List.of());
    }

    /**
     * Refuses it if anything was wrong.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    public void finish() {
        if (!faults.isEmpty()) {
            throw Problem.invalidDocument(faults);
        }
    }
}
