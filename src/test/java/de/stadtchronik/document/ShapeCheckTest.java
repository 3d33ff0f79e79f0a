package de.stadtchronik.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.stadtchronik.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a body may hold, what is noted of everything else, and what is left to read. */
class ShapeCheckTest {

    /** A body, what is wrong with it, and what is left. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title': {'de': 'x'}, 'guests': 3}||{'title': {'de': 'x'}, 'guests': 3}",
                "{'title': 'x'}|/title not-a-language-map|{}",
                "{'title': {'de': 1, 'en': 'x'}}|/title/de not-a-text|{'title': {'en': 'x'}}",
                "{'title': null}||{}",
                "{'rom': 'x'}|/rom unknown-property|{}",
                "{'a/b': 1}|/a~1b unknown-property|{}",
                "{'guests': '3'}|/guests not-an-integer|{}",
                "{'guests': 3.5}|/guests not-an-integer|{}",
                "{'guests': 9999999999}|/guests not-an-integer|{}",
                "{'topics': 'topics/5g'}|/topics not-a-list|{}",
                "{'topics': ['topics/5g', 7]}|/topics/1 not-a-reference|{'topics': ['topics/5g']}",
                "{'place': {'id': 'x', 'title': 'y'}}||{'place': 'x'}",
                "{'speakers': [{'role': 'host'}, {'role': 'HOST'}]}|/speakers/0/role unknown-value"
                        + "|{'speakers': [{}, {'role': 'HOST'}]}",
                "{'speakers': [7, {'role': 'HOST'}]}|/speakers/0 not-an-object|{'speakers': [{}, {'role': 'HOST'}]}"
            })
    void whatDoesNotFitIsNotedAndTakenOut(String body, String wrong, String left) {
        var faults = new ArrayList<Violation>();
        var tree = Meeting.tree(body);

        new ShapeCheck(faults, ShapeCheck.Origin.EDITOR).check(tree, Meeting.SHAPE);

        assertEquals(
                wrong == null ? List.of() : List.of(wrong),
                faults.stream()
                        .map(fault -> fault.pointer() + " " + fault.code())
                        .toList());
        assertEquals(Meeting.tree(left), tree);
    }

    @Test
    void whatWasProbablyMeantIsSaid() {
        var faults = new ArrayList<Violation>();

        new ShapeCheck(faults, ShapeCheck.Origin.EDITOR)
                .check(Meeting.tree("{'titel': {}, 'speakers': [{'role': 'HOTS'}]}"), Meeting.SHAPE);

        assertEquals(
                List.of(
                        "There is no such property here. Did you mean “title”?",
                        "There is no such value here. Did you mean “HOST”?"),
                faults.stream().map(fault -> fault.message().english()).toList());
    }
}
