package de.stadtchronik.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the service takes for granted of each type, and what the author of one that is otherwise is told. */
class TypeCheckTest {

    private static final String HERE = TypeCheckTest.class.getName() + "$";

    record Sound(
            @Targets({"TOPIC", "ORGANISATION"}) Ref maker,
            @JsonUnwrapped @Valid @NotNull Metadata metadata) implements Nameless {}

    record Topic(@JsonUnwrapped @Valid @NotNull Metadata metadata) implements Nameless {}

    record Organisation(@JsonUnwrapped @Valid @NotNull Metadata metadata) implements Nameless {}

    record Aimless(
            @Targets("SUOND") Ref sound,
            @JsonUnwrapped @Valid @NotNull Metadata metadata) implements Nameless {}

    record Odd(LocalDate date, @Targets("SUOND") Ref sound, String status, String slug) implements Nameless {
        @Override
        public Metadata metadata() {
            return Metadata.NONE;
        }
    }

    interface Nameless extends Document {
        @Override
        default LocalizedText label() {
            return LocalizedText.german("");
        }
    }

    /** A type as a test has it; {@code sort} and {@code parameter} are its default order and what it is found by. */
    public record Type(
            String path,
            Class<? extends Document> document,
            List<String> kinds,
            String exampleSlug,
            String sort,
            String parameter)
            implements ResourceType {

        @Override
        public BilingualText plural() {
            return new BilingualText("", "");
        }

        /** For the API document, which makes every type it finds and leaves out those without a path in it. */
        public Type() {
            this("nowhere", Sound.class, List.of(), "", "", "");
        }

        @Override
        public String defaultSort() {
            return sort;
        }

        @Override
        public List<String> findableBy() {
            return List.of(parameter);
        }
    }

    private static final Type TOPIC = new Type("topics", Topic.class, List.of("TOPIC"), "a", "title", "topic");
    private static final Type ORGANISATION =
            new Type("organisations", Organisation.class, List.of("TEAM"), "a", "title", "organisation");
    private static final Type SOUND = new Type("sounds", Sound.class, List.of("NOISE"), "a-noise", "title", "sound");

    @Test
    void whatIsWrongWithATypeIsSaidAtOnce() {
        var odd = new Type("Odd_Things", Odd.class, List.of("odd"), "", "-temporal", "odd");

        assertEquals(
                List.of(
                        HERE + "Type: path() is not in lower case with hyphens: Odd_Things",
                        HERE + "Type: kinds() has one that is not in capitals: odd",
                        HERE + "Type: exampleSlug() is not a slug: ",
                        HERE + "Type: defaultSort() is by time, but the record does not override time(ZoneId)",
                        HERE + "Type: the last component of the record is not @JsonUnwrapped @Valid @NotNull Metadata"
                                + " metadata",
                        HERE + "Type: the record has a component status, a name that every item has already",
                        HERE + "Type: the record has a component slug, a name that every item has already",
                        HERE
                                + "Odd.date is of the type java.time.LocalDate, which no request body can fill. Possible are "
                                + RecordCheck.KINDS),
                TypeCheck.mistakes(List.of(ORGANISATION, TOPIC, odd)));
    }

    @Test
    void aReferenceMayOnlyPointToTypesThatThereAre() {
        var aimless = new Type("aims", Aimless.class, List.of("AIM"), "aim", "title", "aim");

        assertEquals(
                List.of(
                        HERE
                                + "Type: @Targets of sound names SUOND, which is no type: those are [AIMLESS, ORGANISATION, SOUND, TOPIC]"),
                TypeCheck.mistakes(List.of(ORGANISATION, TOPIC, SOUND, aimless)));
    }

    @Test
    void noTwoTypesHaveTheirPathNameOrParameterInCommon() {
        assertEquals(
                List.of(
                        "path() gives “sounds” for 2 types",
                        "name() gives “SOUND” for 2 types",
                        "findableBy() gives “sound” for 2 types"),
                TypeCheck.mistakes(List.of(ORGANISATION, TOPIC, SOUND, SOUND)));
    }

    @Test
    void aTypeWithoutKindsIsRefused() {
        var none = new Type("sounds", Sound.class, List.of(), "a-noise", "title", "sound");

        var refused = assertThrows(
                IllegalStateException.class, () -> TypeCheck.requireSound(List.of(ORGANISATION, TOPIC, none)));

        assertEquals("Types cannot be served:\n" + HERE + "Type: kinds() names no kind", refused.getMessage());
    }
}
