package de.stadtchronik.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.document.DocumentJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes are told of two documents, and where each of them is. */
class VersionDifferenceTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1}                       | {'a': 1}                       |",
                "{'a': 1}                       | {'a': 2}                       | CHANGED /a",
                "{'a': 1}                       | {'b': 1}                       | REMOVED /a, ADDED /b",
                "{'a': {'b': 1}}                | {'a': {'b': 2, 'c': 3}}        | CHANGED /a/b, ADDED /a/c",
                "{'a': {'x/y~z': 1}}            | {'a': {}}                      | REMOVED /a/x~1y~0z",
                "{'a': [2, 3, 4, 5, 6]}         | {'a': [1, 2, 3, 4, 5, 6]}      | ADDED /a/0",
                "{'a': [1, 2, 3]}               | {'a': [1, 3]}                  | REMOVED /a/1",
                "{'a': [1, 2, 3]}               | {'a': [1, 4, 3]}               | CHANGED /a/1",
                "{'a': [1, 2]}                  | {'a': [2, 1]}                  | REMOVED /a/0, ADDED /a/1",
                "{'a': [1, 2, 3, 4]}            | {'a': [0, 1, 3]}               | ADDED /a/0, REMOVED /a/1, REMOVED /a/3",
                "{'a': [{'b': 1}, {'b': 2}]}    | {'a': [{'b': 0}, {'b': 1}, {'b': 2}]} | ADDED /a/0",
                "{'a': [{'b': 1, 'c': 1}]}      | {'a': [{'b': 2, 'c': 1}]}      | CHANGED /a/0/b",
                "{'a': [{'id': 1, 'b': 1}]}     | {'a': [{'id': 0}, {'id': 1, 'b': 2}]} | ADDED /a/0, CHANGED /a/1/b",
                "{'a': [{'id': 1}, {'id': 2, 'b': 1}]} | {'a': [{'id': 2}]}      | REMOVED /a/0, REMOVED /a/1/b",
                "{'a': [{'id': 1, 'b': 1}]}     | {'a': [{'id': 2, 'b': 1}]}     | REMOVED /a/0, ADDED /a/0",
                "{'a': [1]}                     | {'a': 1}                       | CHANGED /a",
            })
    void eachChangeIsToldWhereItIs(String older, String newer, @Nullable String changes) {
        var told = new ArrayList<String>();
        for (var change : difference(older, newer).get("changes")) {
            told.add(change.get("change").asText() + " " + change.get("pointer").asText());
        }

        assertEquals(changes == null ? List.of() : List.of(changes.split(", ")), told);
    }

    private static JsonNode difference(String older, String newer) {
        var difference = new VersionDifference(tree(older), tree(newer));
        return DocumentJson.tree(difference.json(1, 2));
    }

    private static ObjectNode tree(String json) {
        return DocumentJson.tree(json.replace('\'', '"'));
    }
}
