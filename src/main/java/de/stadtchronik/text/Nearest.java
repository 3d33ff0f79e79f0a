package de.stadtchronik.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Finds the word that a client probably meant. */
public final class Nearest {

    private static final int MOST_SUGGESTIONS = 10;

    private Nearest() {}

    /** The candidate with the smallest edit distance, if it is near enough to be a slip of the finger. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return ranked(word, candidates)
                .filter(candidate -> candidate.slips() <= tolerance(word))
                .map(Ranked::word)
                .findFirst();
    }

    /** A message, and behind it the question whether a client meant something else, if anything is near. */
    public static BilingualText asking(BilingualText message, String word, Collection<String> candidates) {
        return question(word, candidates, candidate -> candidate)
                .map(message::and)
                .orElse(message);
    }

    /**
     * Asks whether a client meant something else: what goes by its word elsewhere, or the nearest spelling.
     *
     * @param shown what the candidates stand for
     * @return empty if nothing is near
     */
    public static Optional<BilingualText> question(
            String word, Collection<String> candidates, UnaryOperator<String> shown) {
        var meant = new LinkedHashSet<>(OtherWords.of(word, candidates));
        to(word, candidates).ifPresent(meant::add);
        return meant.isEmpty()
                ? Optional.empty()
                : Optional.of(new BilingualText(
                        "War %s gemeint?".formatted(String.join(" oder ", quoted(meant, "„%s“", shown))),
                        "Did you mean %s?".formatted(String.join(" or ", quoted(meant, "“%s”", shown)))));
    }

    private static List<String> quoted(Collection<String> words, String pattern, UnaryOperator<String> shown) {
        return words.stream().map(shown).map(pattern::formatted).toList();
    }

    /** All candidates if they are few, else the likeliest first: slips of the finger, then those that begin alike. */
    public static Collection<String> suggestions(String word, Collection<String> candidates) {
        return candidates.size() <= MOST_SUGGESTIONS
                ? candidates
                : ranked(word, candidates)
                        .limit(MOST_SUGGESTIONS)
                        .map(Ranked::word)
                        .toList();
    }

    private record Ranked(String word, int slips, int alike) {}

    private static Stream<Ranked> ranked(String word, Collection<String> candidates) {
        var asked = word.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .map(candidate -> {
                    var known = candidate.toLowerCase(Locale.ROOT);
                    return new Ranked(candidate, distance(asked, known, tolerance(word)), alike(asked, known));
                })
                .sorted(Comparator.comparingInt(Ranked::slips)
                        .thenComparing(Comparator.comparingInt(Ranked::alike).reversed())
                        .thenComparing(Ranked::word));
    }

    private static int tolerance(String word) {
        return Math.max(1, Math.min(word.length(), 12) / 3);
    }

    /** How many characters are the same at the beginning. */
    private static int alike(String a, String b) {
        var same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }

    /**
     * Levenshtein distance in which two swapped neighbours count as one slip (optimal string alignment). Given up above
     * the tolerance, so that refusing a word costs little however many there are to compare it with.
     */
    private static int distance(String a, String b, int tolerance) {
        if (Math.abs(a.length() - b.length()) > tolerance) {
            return Integer.MAX_VALUE;
        }
        var beforePrevious = new int[0];
        var previous = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            if (Arrays.stream(current).min().orElseThrow() > tolerance) {
                return Integer.MAX_VALUE;
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[b.length()];
    }
}
