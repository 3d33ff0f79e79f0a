package de.stadtchronik.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.EdtfText;
import de.stadtchronik.vocabulary.Filterable;
import de.stadtchronik.vocabulary.HiddenWhile;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a record may declare, and what its author is told of everything else. */
class RecordCheckTest {

    private static final String HERE = RecordCheckTest.class.getName() + "$";

    record Complete(
            String text,
            Boolean flag,
            Integer small,
            Long large,
            BigDecimal number,
            OffsetDateTime moment,
            URI address,
            @Filterable DayOfWeek day,
            @Text(max = 10) LocalizedText title,
            @Targets("PLACE") Ref place,
            @Valid TemporalExtent extent,
            @Valid Part part,

            @HiddenWhile(property = "day", is = "SUNDAY") @Size(max = 3)
            List<@Size(max = 9) String> texts,

            @Text(max = 10) List<LocalizedText> titles,
            @Targets("PLACE") List<Ref> places,
            List<@Valid Part> parts) {}

    record Part(@EdtfText String since, @Min(0) Integer number) {}

    @SuppressWarnings("ArrayRecordComponent") // what is to be refused
    record Unreadable(
            LocalDate date,
            int number,
            Double share,
            Map<String, String> map,
            Set<String> set,
            String[] array,
            List<List<String>> lists,
            List<LocalDate> dates) {}

    record Unfit(
            @Text(max = 10) String text,
            @Targets("PLACE") String target,
            @EdtfText List<String> times,
            @Min(0) String least,
            @Size(max = 3) Integer size,
            @Filterable String word,
            @HiddenWhile(property = "acess", is = "INVITED") String secret,
            @HiddenWhile(property = "day", is = "HOLIDAY") String open,
            DayOfWeek day,
            List<@Pattern(regexp = "x") Integer> numbers) {}

    record Careless(LocalizedText title, TemporalExtent extent, List<Part> parts) {}

    record Deep(@Valid Level level) {}

    record Level(List<@Valid Bottom> bottoms) {}

    record Bottom(LocalDate date) {}

    record Endless(List<@Valid Endless> parts) {}

    @Test
    void everyKindThatABodyCanFillMayBeDeclared() {
        assertEquals(List.of(), RecordCheck.mistakes(Complete.class));
    }

    @Test
    void everythingElseIsNamedWithItsTypeAndWhatIsPossible() {
        assertEquals(
                List.of(
                        unreadable("Unreadable.date", "java.time.LocalDate"),
                        unreadable("Unreadable.number", "int"),
                        unreadable("Unreadable.share", "java.lang.Double"),
                        unreadable("Unreadable.map", "java.util.Map<java.lang.String, java.lang.String>"),
                        unreadable("Unreadable.set", "java.util.Set<java.lang.String>"),
                        unreadable("Unreadable.array", "java.lang.String[]"),
                        unreadable("Unreadable.lists", "java.util.List<java.util.List<java.lang.String>>"),
                        unreadable("Unreadable.dates", "java.util.List<java.time.LocalDate>")),
                RecordCheck.mistakes(Unreadable.class));
    }

    @Test
    void recordsWithinRecordsAreLookedAtToo() {
        assertEquals(List.of(unreadable("Bottom.date", "java.time.LocalDate")), RecordCheck.mistakes(Deep.class));
        assertEquals(
                List.of(HERE + "Endless.parts makes a Endless part of itself"), RecordCheck.mistakes(Endless.class));
    }

    @Test
    void annotationsHaveToFit() {
        assertEquals(
                List.of(
                        HERE + "Unfit.text cannot have @Text, which is for LocalizedText",
                        HERE + "Unfit.target cannot have @Targets, which is for Ref",
                        HERE + "Unfit.times cannot have @EdtfText, which is for String",
                        HERE + "Unfit.least cannot have @Min, which is for BigDecimal, Integer, Long",
                        HERE + "Unfit.size cannot have @Size, which is for String and List",
                        HERE + "Unfit.word cannot have @Filterable, which is for an enum",
                        HERE + "Unfit.secret is hidden while “acess” has a value, but there is no such component",
                        HERE + "Unfit.open is hidden while day is “HOLIDAY”, which it never is",
                        HERE + "Unfit.numbers cannot have @Pattern, which is for String"),
                RecordCheck.mistakes(Unfit.class));
    }

    @Test
    void whatHasRulesNeedsTheAnnotationThatHasThemLookedAt() {
        assertEquals(
                List.of(
                        HERE + "Careless.title needs @Text",
                        HERE + "Careless.extent needs @Valid",
                        HERE + "Careless.parts needs @Valid"),
                RecordCheck.mistakes(Careless.class));
    }

    @Test
    void noShapeIsMadeOfAnUnreadableRecord() {
        var refused = assertThrows(IllegalStateException.class, () -> Shape.of(Deep.class));

        assertEquals(unreadable("Bottom.date", "java.time.LocalDate"), refused.getMessage());
    }

    @Test
    void thePageForAuthorsNamesEveryKind() throws IOException {
        var page = Files.readString(Path.of("docs/adding-a-type.md"));

        for (var plain : PlainValue.values()) {
            assertTrue(page.contains("`" + plain.type().getSimpleName() + "`"), plain.name());
        }
    }

    private static String unreadable(String component, String type) {
        return HERE + component + " is of the type " + type + ", which no request body can fill. Possible are String, "
                + "Boolean, Integer, Long, BigDecimal, OffsetDateTime, UUID, URI, LocalizedText, Ref, TemporalExtent, an enum, "
                + "a record, or a List of one of these";
    }
}
