package de.stadtchronik.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a release says that is to be recognised: all of it follows from a name and a number, so that a mixture shows. */
final class NumberedText {

    /** The number of what is not there. */
    static final int NOTHING = 0;

    /** The number of what nobody wrote like that. */
    static final int MIXTURE = -1;

    /** Organisations that texts refer to, by slug. */
    static final List<String> ORGANISATIONS = List.of("alpha", "beta");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TITLE = Pattern.compile("Fassung ([1-9][0-9]{0,8}) von .*");
    private static final String PARAGRAPH = "Ein Absatz, wie er in einer Mitteilung steht. ";

    private NumberedText() {}

    static ObjectNode document(String name, int number) {
        var document = JSON.createObjectNode().put("publisher", "organisations/alpha");
        document.set("title", titles(name, number));
        document.set("body", body(name, number));
        document.putArray("mentions").add("organisations/" + mentioned(number));
        return document;
    }

    /** A merge patch (RFC 7396) that leads to the document from any other number. */
    static ObjectNode patch(String name, int number) {
        var patch = document(name, number);
        if (!languages(number).contains("en")) {
            patch.withObject("/title").putNull("en");
        }
        return patch;
    }

    /** Sorted. */
    static List<String> languages(int number) {
        return number == NOTHING ? List.of() : number % 2 == 0 ? List.of("de", "en") : List.of("de");
    }

    /**
     * The rows that the table of references has of it: whether they are of what is published, the property, and where it
     * leads.
     */
    static Set<String> references(boolean published, int number) {
        var column = published ? "TRUE " : "FALSE ";
        return Stream.of("publisher alpha", "mentions " + mentioned(number))
                .map(column::concat)
                .collect(Collectors.toSet());
    }

    /** Which number a document has. */
    static int number(JsonNode document, String name) {
        var number = numberOfTitle(document.path("title"), name);
        return number <= NOTHING || document.path("body").equals(body(name, number)) ? number : MIXTURE;
    }

    /** Which number a title has, as a language map. */
    static int numberOfTitle(JsonNode title, String name) {
        if (title.isEmpty()) {
            return NOTHING;
        }
        var german = TITLE.matcher(title.path("de").asText());
        var number = german.matches() ? Integer.parseInt(german.group(1)) : MIXTURE;
        return number != MIXTURE && title.equals(titles(name, number)) ? number : MIXTURE;
    }

    /** The slug that is made of a title. */
    static String slug(String name, int number) {
        return "fassung-" + number + "-von-" + name;
    }

    private static ObjectNode titles(String name, int number) {
        var titles = JSON.createObjectNode();
        languages(number).forEach(language -> titles.put(language, "Fassung " + number + " von " + name));
        return titles;
    }

    private static ObjectNode body(String name, int number) {
        return JSON.createObjectNode().put("de", "Fassung " + number + " von " + name + ". " + PARAGRAPH.repeat(40));
    }

    private static String mentioned(int number) {
        return ORGANISATIONS.get((number + 1) % 2);
    }
}
