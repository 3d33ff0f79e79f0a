package de.stadtchronik.query;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Characters;
import de.stadtchronik.text.Nearest;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The query of one request, read strictly: each part takes its parameters, and whatever no part took, or none could
 * read, is refused, all at once.
 */
public final class Query {

    private static final int LONGEST_ECHO = 100;

    /** What is wrong beyond that is counted, not explained. */
    private static final int MOST_EXPLAINED = 10;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private final Map<String, List<String>> given;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<Violation> faults = new ArrayList<>();

    /**
     * A query as it was given.
     *
     * @param given the decoded values by name
     */
    public Query(Map<String, List<String>> given) {
        this.given = given;
    }

    /**
     * The query of a request. Only {@code &} separates parameters (WHATWG URL, section 5.1), as caches see it too; the
     * layers below would take a semicolon for the same.
     */
    public static Query of(UriInfo asked) {
        var query = Optional.ofNullable(asked.getRequestUri().getRawQuery()).orElse("");
        return new Query(
                new QueryStringDecoder(query, StandardCharsets.UTF_8, false, query.length() + 1, true).parameters());
    }

    /** What a text stands for that we give out and others send back as it is; a fault if it is none of ours. */
    public <T> Optional<T> opaque(Parameter parameter, String text, Function<String, Optional<T>> reader) {
        var read = reader.apply(text);
        if (read.isEmpty()) {
            fault(parameter, "invalid-cursor", new BilingualText("%s ist keiner von uns.", "%s is none of ours."));
        }
        return read;
    }

    /**
     * The value of a parameter, if it is there and not blank. One that takes several values may be repeated, as many
     * clients do; that means the same as commas.
     */
    public Optional<String> take(Parameter parameter) {
        known.add(parameter.name());
        var values = given.getOrDefault(parameter.name(), List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1 && !parameter.list()) {
            fault(parameter, "repeated", new BilingualText("%s steht mehrmals da.", "%s is given more than once."));
            return Optional.empty();
        }
        if (values.stream().anyMatch(Characters::isInvisible)) {
            fault(parameter, "empty", new BilingualText("%s hat keinen Wert.", "%s has no value."));
            return Optional.empty();
        }
        var value = String.join(",", values);
        var unfit = Characters.unfit(value, false);
        unfit.ifPresent(character -> fault(
                parameter,
                "unfit-character",
                new BilingualText("In %%s ist das Zeichen %s nicht erlaubt.", "The character %s is not allowed in %%s.")
                        .with(character)));
        return unfit.isPresent() ? Optional.empty() : Optional.of(value);
    }

    /** The values of a parameter that takes several. */
    public List<String> takeMany(Parameter parameter) {
        var values = take(parameter).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> notEmpty(parameter, value))
                .distinct()
                .toList();
        if (values.size() > Parameter.MOST_VALUES) {
            var message = new BilingualText("%s nimmt höchstens 100 Werte.", "%s takes 100 values at most.");
            fault(parameter, "too-many-values", message);
            return List.of();
        }
        return values;
    }

    /** The value of a parameter made by {@link Parameter#number}, or the preset one. */
    public int takeNumber(Parameter parameter) {
        var minimum = parameter.number("minimum");
        var maximum = parameter.number("maximum");
        var given = take(parameter);
        var number = given.filter(text -> DIGITS.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(value -> minimum <= value && value <= maximum);
        if (given.isPresent() && number.isEmpty()) {
            var message = new BilingualText("%%s muss zwischen %d und %d liegen.", "%%s has to be between %d and %d.");
            fault(parameter, "out-of-range", message.with(minimum, maximum), List.of(minimum + " … " + maximum));
        }
        return number.orElse(parameter.number("default"));
    }

    private boolean notEmpty(Parameter parameter, String value) {
        if (value.isEmpty()) {
            var message = new BilingualText("Bei %s steht ein Komma zu viel.", "There is one comma too many in %s.");
            fault(parameter, "empty", message);
        }
        return !value.isEmpty();
    }

    /** The values of a parameter that takes several of a closed set; others are refused with the nearest that exists. */
    public List<String> takeWords(Parameter parameter) {
        return takeMany(parameter).stream()
                .filter(word -> isOneOf(parameter, word))
                .toList();
    }

    /** Those of some words of an open set that exist; the others are refused with the nearest that do. */
    public List<String> knownAmong(Parameter parameter, List<String> words, Collection<String> existing) {
        words.stream()
                .filter(word -> !existing.contains(word))
                .forEach(word -> unknownValue(parameter, word, () -> existing));
        return words.stream().filter(existing::contains).toList();
    }

    /** The value of a parameter that takes one of a closed set. */
    public Optional<String> takeWord(Parameter parameter) {
        return take(parameter).filter(word -> isOneOf(parameter, word));
    }

    /** Whether the value of a parameter made by {@link Parameter#flag} is {@code true}. */
    public boolean isTrue(Parameter parameter) {
        return takeWord(parameter).filter("true"::equals).isPresent();
    }

    private boolean isOneOf(Parameter parameter, String word) {
        if (parameter.words().contains(word)) {
            return true;
        }
        unknownValue(parameter, word, parameter.words());
        return false;
    }

    /**
     * Refuses a word of an open set, with the nearest that exist.
     *
     * @param existing only asked for if the refusal is explained
     */
    public void unknownValue(Parameter parameter, String word, Supplier<? extends Collection<String>> existing) {
        if (faults.size() >= MOST_EXPLAINED) {
            unknownValue(parameter, word, List.of());
            return;
        }
        unknownValue(parameter, word, Nearest.suggestions(word, existing.get()));
    }

    /** Refuses a word, with all that are allowed. */
    public void unknownValue(Parameter parameter, String word, Collection<String> allowed) {
        var message = new BilingualText("%%s kennt den Wert „%s“ nicht.", "%%s does not know the value “%s”.")
                .with(escaped(word));
        fault(parameter, "unknown-value", Nearest.asking(message, word, allowed), allowed);
    }

    private void fault(Parameter parameter, String code, BilingualText message) {
        fault(parameter, code, message, List.of());
    }

    /** Refuses a value; {@code %s} in the message stands for the parameter's name. */
    public void fault(Parameter parameter, String code, BilingualText message, Collection<String> allowed) {
        faults.add(Violation.inParameter(parameter.name(), code, message.with(parameter.name()), allowed));
    }

    /** To be called when all has been taken: throws a problem that names everything that is wrong. */
    public void finish() {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name ->
                        faults.add(Violation.inParameter(cut(name), "unknown-parameter", unknown(name), known)));
        if (!isClean()) {
            throw Problem.invalidParameters(faults);
        }
    }

    /** Whether everything that was given was taken, and nothing was wrong with it. */
    public boolean isClean() {
        return faults.isEmpty() && known.containsAll(given.keySet());
    }

    private BilingualText unknown(String name) {
        var message = new BilingualText("Den Parameter „%s“ gibt es hier nicht.", "There is no parameter “%s” here.")
                .with(cut(name));
        return Nearest.asking(message, name, known);
    }

    /** Safe as a part of a pattern. */
    private static String escaped(String word) {
        return cut(word).replace("%", "%%");
    }

    /** Short enough for a message, and for the name of a parameter. */
    private static String cut(String word) {
        return word.length() <= LONGEST_ECHO ? word : word.substring(0, LONGEST_ECHO) + "…";
    }
}
