package de.stadtchronik.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final Parameter WORD = Parameter.oneOf("word", "", List.of("one", "two"));
    private static final Parameter WORDS = WORD.many();

    @Test
    void whatIsNotGivenIsNotThere() {
        var query = new Query(Map.of());

        assertEquals(Optional.empty(), query.take(WORD));
        assertEquals(List.of(), query.takeMany(WORDS));
        query.finish();
    }

    @Test
    void valuesAreSeparatedByCommasAndTakenOnce() {
        var query = new Query(Map.of("word", List.of("two, one,two")));

        assertEquals(List.of("two", "one"), query.takeWords(WORDS));
        query.finish();
    }

    @Test
    void whatNobodyTookIsRefused() {
        var query = new Query(Map.of("wrod", List.of("one"), "sonst", List.of("x")));
        query.take(WORD);

        var faults = faults(query);
        assertEquals(
                List.of("sonst", "wrod"),
                faults.stream().map(Violation::parameter).toList());
        assertEquals(
                "There is no parameter “wrod” here. Did you mean “word”?",
                faults.get(1).message().english());
        assertEquals(List.of("word"), faults.get(1).allowed());
    }

    @Test
    void everyFaultIsNamed() {
        Map.of(
                        List.of("one", "two"), "repeated",
                        List.of(""), "empty",
                        List.of(" "), "empty",
                        List.of("\u00a0"), "empty",
                        List.of("a\0"), "unfit-character",
                        List.of("a\n"), "unfit-character",
                        List.of("three"), "unknown-value",
                        List.of("%s%n"), "unknown-value")
                .forEach((values, code) -> {
                    var query = new Query(Map.of("word", values));

                    assertEquals(Optional.empty(), query.takeWord(WORD));
                    assertEquals(
                            List.of(code),
                            faults(query).stream().map(Violation::code).toList(),
                            values.toString());
                });
        var comma = new Query(Map.of("word", List.of("one,,two")));
        assertEquals(List.of("one", "two"), comma.takeWords(WORDS));
        assertEquals(
                List.of("empty"), faults(comma).stream().map(Violation::code).toList());
    }

    @Test
    void aListMayBeRepeatedInsteadOfCommas() {
        var query = new Query(Map.of("word", List.of("one", "two,one")));

        assertEquals(List.of("one", "two"), query.takeWords(WORDS));
        query.finish();
    }

    private static List<Violation> faults(Query query) {
        return assertThrows(Problem.class, query::finish).faults();
    }
}
