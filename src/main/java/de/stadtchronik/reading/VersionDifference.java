package de.stadtchronik.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Pointers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one document to another: field by field, and texts by words. Entries of lists are matched before
 * they are compared, by their {@code id} where they have one and otherwise by being equal, so that one entry in front of
 * five others is one change. An entry that moved was removed in one place and added in another.
 *
 * <p>JSON Pointers (RFC 6901) to what was removed count in the older document, all others in the newer.
 */
final class VersionDifference {

    private static final String ID = "id";

    private final ArrayNode changes = DocumentJson.MAPPER.createArrayNode();

    VersionDifference(ObjectNode older, ObjectNode newer) {
        compare(new Place("", ""), older, newer);
    }

    /** Where something stands in the older document, and where in the newer. */
    private record Place(String older, String newer) {

        Place property(String name) {
            return new Place(older + "/" + Pointers.escaped(name), newer + "/" + Pointers.escaped(name));
        }

        Place entry(int before, int after) {
            return new Place(older + "/" + before, newer + "/" + after);
        }
    }

    /** {@code {from, to, changes: [{pointer, change: ADDED|REMOVED|CHANGED, before?, after?, words?}]}}. */
    String json(int from, int to) {
        return DocumentJson.write(DocumentJson.MAPPER
                .createObjectNode()
                .put("from", from)
                .put("to", to)
                .set("changes", changes));
    }

    private void compare(Place place, @Nullable JsonNode older, @Nullable JsonNode newer) {
        if (older instanceof ObjectNode before && newer instanceof ObjectNode after) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(place.property(name), before.get(name), after.get(name)));
        } else if (older instanceof ArrayNode before && newer instanceof ArrayNode after) {
            DiffUtils.diff(entries(before), entries(after), new MyersDiff<>(VersionDifference::match), null, true)
                    .getDeltas()
                    .forEach(delta -> compare(place, delta.getSource(), delta.getTarget()));
        } else if (older == null || !older.equals(newer)) {
            note(place, older, newer);
        }
    }

    /** Compares entries that stand between the same others, one by one; what one list has more was added or removed. */
    private void compare(Place list, Chunk<JsonNode> older, Chunk<JsonNode> newer) {
        for (var i = 0; i < Math.max(older.size(), newer.size()); i++) {
            var place = list.entry(older.getPosition() + i, newer.getPosition() + i);
            var before = i < older.size() ? older.getLines().get(i) : null;
            var after = i < newer.size() ? newer.getLines().get(i) : null;
            if (before != null && after != null && before.has(ID) && after.has(ID) && !match(before, after)) {
                note(place, before, null);
                note(place, null, after);
            } else {
                compare(place, before, after);
            }
        }
    }

    private static List<JsonNode> entries(ArrayNode list) {
        var entries = new ArrayList<JsonNode>();
        list.forEach(entries::add);
        return entries;
    }

    private static boolean match(JsonNode before, JsonNode after) {
        return (before.has(ID) && after.has(ID)) ? before.get(ID).equals(after.get(ID)) : before.equals(after);
    }

    private void note(Place place, @Nullable JsonNode older, @Nullable JsonNode newer) {
        if (older == null && newer == null) {
            return;
        }
        var change = changes.addObject()
                .put("pointer", newer == null ? place.older() : place.newer())
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
