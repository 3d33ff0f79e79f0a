package de.stadtchronik.packaged;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of an import with which a city begins: who publishes, what about, and releases. All have names of their own,
 * because the same words would be the same items; but some slugs are those of every city.
 */
final class Foundation {

    private Foundation() {}

    /** So many numbered releases, and those that something is to befall. */
    static String of(RingCity city, int releases) {
        var organisations = Stream.of("stadt", "verein")
                .map(slug -> line(
                        "ORGANISATION",
                        slug,
                        "\"slug\": \"%1$s\", \"name\": {\"de\": \"%1$s %2$s\"}".formatted(slug, city.name())));
        var topics = Scribe.TOPICS.stream()
                .map(slug -> line(
                        "TOPIC",
                        "stadt",
                        "\"slug\": \"%1$s\", \"label\": {\"de\": \"%1$s %2$s\"}, \"code\": \"%3$s\""
                                .formatted(slug, city.name(), slug.toUpperCase(Locale.ROOT))));
        var hall = Stream.of(
                line("PLACE", "stadt", "\"slug\": \"halle\", \"name\": {\"de\": \"Halle %s\"}".formatted(city.name())));
        var numbers = IntStream.rangeClosed(1, releases).mapToObj(Integer::toString);
        var news = Stream.concat(numbers, Fates.SLUGS.stream())
                .map(end -> line(
                        "RELEASE",
                        "stadt",
                        "\"slug\": \"%1$s-%2$s\", \"title\": {\"de\": \"%1$s-%2$s\"}, \"topics\": [\"topics/kultur\"]"
                                .formatted(city.name(), end)));
        return Stream.of(organisations, topics, hall, news)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String type, String publisher, String properties) {
        return "{\"type\": \"" + type + "\", \"document\": {" + properties + ", \"publisher\": \"organisations/"
                + publisher + "\"}, \"publish\": true}";
    }
}
