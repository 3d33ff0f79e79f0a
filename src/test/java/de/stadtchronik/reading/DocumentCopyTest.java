package de.stadtchronik.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonToken;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Meeting;
import de.stadtchronik.listing.ReadOptions;
import de.stadtchronik.text.BodyFormat;
import de.stadtchronik.text.Languages;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a stored document goes out: in one language, and without what is not public. */
class DocumentCopyTest {

    /** The item “hall” is public; no other is. */
    private static void reference(String id, boolean withItem, TextPicker texts, LazyField to) throws IOException {
        if (id.equals("hall")) {
            to.open().writeString("to hall");
        }
    }

    /** What is stored, and what a reader of plain language gets, who understands German as well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title': {'de': 'Rat', 'de-simple': 'Der Rat'}}|{'title': 'Der Rat'}",
                "{'title': {'de': 'Rat', 'en': 'Council'}}|{'title': 'Rat'}",
                "{'title': {'en': 'Council'}}|{}",
                "{'guests': 3, 'room': 'x'}|{'guests': 3, 'room': 'x'}",
                "{'guests': 3, 'later': {'what': [1]}}|{'guests': 3}",
                "{'place': 'hall'}|{'place': 'to hall'}",
                "{'place': 'hidden'}|{}",
                "{'place': {'title': {'de': 'Saal', 'en': 'Hall'}}}|{'place': {'title': 'Saal'}}",
                "{'topics': ['hidden', 'hall']}|{'topics': ['to hall']}",
                "{'topics': ['hidden']}|{}",
                "{'speakers': [{'person': 'hall', 'role': 'HOST'}, {'person': 'hidden', 'role': 'GUEST'}]}"
                        + "|{'speakers': [{'person': 'to hall', 'role': 'HOST'}]}",
                "{'speakers': [{'person': 'hidden', 'role': 'GUEST'}]}|{}"
            })
    void aReaderGetsOneLanguageAndWhatIsPublic(String stored, String given) throws IOException {
        var options = new ReadOptions(
                Languages.of("de-simple").orElseThrow(), false, BodyFormat.MARKDOWN, Set.of(), Set.of());

        assertEquals(Meeting.tree(given), Meeting.tree(copy(stored, options, new HashSet<>())));
    }

    @Test
    void asWrittenAllLanguagesAreThere() throws IOException {
        var used = new TreeSet<String>();
        var stored = "{'title': {'de': 'Rat', 'en': 'Council'}}";

        assertEquals(Meeting.tree(stored), Meeting.tree(copy(stored, ReadOptions.AS_WRITTEN, used)));
        assertEquals(Set.of("de", "en"), used);
    }

    private static String copy(String stored, ReadOptions options, Set<String> used) throws IOException {
        var text = new StringWriter();
        try (var in = DocumentJson.MAPPER.createParser(Meeting.tree(stored).toString());
                var out = DocumentJson.MAPPER.createGenerator(text)) {
            var copy = new DocumentCopy(in, options, new TextPicker(options, used), DocumentCopyTest::reference);
            in.nextToken();
            out.writeStartObject();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                var name = in.currentName();
                in.nextToken();
                copy.property(Meeting.SHAPE, name, false, out);
            }
            out.writeEndObject();
        }
        return text.toString();
    }
}
