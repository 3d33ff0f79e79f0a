package de.stadtchronik.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a document when an item goes, or becomes part of another. In here, items are called by one letter. */
class ReferenceRewriteTest {

    /** Before, and after item a went. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'room': 'x', 'place': 'a'}|{'room': 'x'}",
                "{'topics': ['b', 'a']}|{'topics': ['b']}",
                "{'topics': ['a']}|{}",
                "{'speakers': [{'person': 'a', 'role': 'HOST'}, {'person': 'b', 'role': 'GUEST'}]}"
                        + "|{'speakers': [{'person': 'b', 'role': 'GUEST'}]}",
                "{'speakers': [{'person': 'a', 'role': 'HOST'}]}|{}"
            })
    void itIsTakenOut(String before, String after) {
        assertEquals(tree(after), rewritten(before, Optional.empty()));
    }

    /** Before, and after item a became part of item b. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'place': 'a'}|{'place': 'b'}",
                "{'topics': ['a', 'c']}|{'topics': ['b', 'c']}",
                "{'topics': ['a', 'c', 'b']}|{'topics': ['b', 'c']}",
                "{'speakers': [{'person': 'a', 'role': 'HOST'}, {'person': 'b', 'role': 'GUEST'}]}"
                        + "|{'speakers': [{'person': 'b', 'role': 'HOST'}, {'person': 'b', 'role': 'GUEST'}]}"
            })
    void anotherTakesItsPlace(String before, String after) {
        assertEquals(tree(after), rewritten(before, Optional.of(id('b'))));
    }

    @Test
    void whatDoesNotReferToItStaysAsItIs() {
        var tree = tree("{'place': 'c', 'topics': [{'title': {'de': 'a'}}]}");

        assertFalse(new ReferenceRewrite(id('a'), Optional.empty()).apply(tree, Meeting.SHAPE));
        assertEquals(tree("{'place': 'c', 'topics': [{'title': {'de': 'a'}}]}"), tree);
    }

    private static ObjectNode rewritten(String before, Optional<UUID> replacement) {
        var tree = tree(before);
        new ReferenceRewrite(id('a'), replacement).apply(tree, Meeting.SHAPE);
        return tree;
    }

    private static UUID id(char letter) {
        return new UUID(0, letter);
    }

    private static ObjectNode tree(String json) {
        return Meeting.tree(json.replace("'a'", "'" + id('a') + "'")
                .replace("'b'", "'" + id('b') + "'")
                .replace("'c'", "'" + id('c') + "'"));
    }
}
