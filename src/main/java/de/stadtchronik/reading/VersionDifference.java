package de.stadtchronik.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changed from one document to another: field by field as JSON Pointers (RFC 6901), texts by words. */
final class VersionDifference {

    private final ArrayNode changes = DocumentJson.MAPPER.createArrayNode();

    VersionDifference(ObjectNode older, ObjectNode newer) {
        compare("", older, newer);
    }

    /** {@code {from, to, changes: [{pointer, change: ADDED|REMOVED|CHANGED, before?, after?, words?}]}}. */
    String json(int from, int to) {
        return DocumentJson.write(DocumentJson.MAPPER
                .createObjectNode()
                .put("from", from)
                .put("to", to)
                .set("changes", changes));
    }

    private void compare(String pointer, @Nullable JsonNode older, @Nullable JsonNode newer) {
        if (older instanceof ObjectNode before && newer instanceof ObjectNode after) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name, before.get(name), after.get(name)));
        } else if (older instanceof ArrayNode before && newer instanceof ArrayNode after) {
            for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i));
            }
        } else if (older == null || !older.equals(newer)) {
            note(pointer, older, newer);
        }
    }

    private void note(String pointer, @Nullable JsonNode older, @Nullable JsonNode newer) {
        if (older == null && newer == null) {
            return;
        }
        var change = changes.addObject()
                .put("pointer", pointer)
                .put("change", older == null ? "ADDED" : newer == null ? "REMOVED" : "CHANGED");
        if (older != null) {
            change.set("before", older);
        }
        if (newer != null) {
            change.set("after", newer);
        }
        if (older != null && newer != null && older.isTextual() && newer.isTextual()) {
            words(older.textValue(), newer.textValue(), change.putArray("words"));
        }
    }

    /** The words of both texts in order: what stayed, what went, what came. */
    private static void words(String older, String newer, ArrayNode out) {
        var patch = DiffUtils.diff(split(older), split(newer), true);
        for (var delta : patch.getDeltas()) {
            var before = String.join("", delta.getSource().getLines());
            var after = String.join("", delta.getTarget().getLines());
            if (delta.getType() == DeltaType.EQUAL) {
                out.addObject().put("same", before);
            } else {
                var step = out.addObject();
                if (!before.isEmpty()) {
                    step.put("removed", before);
                }
                if (!after.isEmpty()) {
                    step.put("added", after);
                }
            }
        }
    }

    /** Words and the spaces between them, so that joined they are the text again. */
    private static List<String> split(String text) {
        return Arrays.asList(text.split("(?<=\\s)|(?=\\s)"));
    }
}
