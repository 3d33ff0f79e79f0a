package de.stadtchronik.query;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A documented query parameter. The API document and the strictness of the service both go by it.
 *
 * @param name as in the query
 * @param description what it does, in English Markdown
 * @param schema the keywords of its JSON Schema (2020-12), such as {@code type}, {@code enum} or {@code maximum}
 * @param list whether it takes several values, with commas between
 * @param example a value that finds something in the sample content; absent where one would be misleading
 */
public record Parameter(
        String name, String description, Map<String, Object> schema, boolean list, Optional<String> example) {

    /** How many values a parameter takes that takes several. */
    public static final int MOST_VALUES = 100;

    /** Sorted, because {@link Map#of} iterates in another order in every run, and the API document has to stay the same. */
    public Parameter {
        schema = Collections.unmodifiableMap(new TreeMap<>(schema));
    }

    /** Any text up to a length. */
    public static Parameter text(String name, String description, int maxLength) {
        return of(name, description, Map.of("type", "string", "maxLength", maxLength));
    }

    /** A text of a certain shape. */
    public static Parameter matching(String name, String description, String pattern, int maxLength) {
        return text(name, description, maxLength).with("pattern", pattern);
    }

    /** One of a closed set of words. */
    public static Parameter oneOf(String name, String description, List<String> words) {
        return of(name, description, Map.of("type", "string", "enum", words));
    }

    /** Yes or no. */
    public static Parameter flag(String name, String description) {
        return of(name, description, Map.of("type", "boolean"));
    }

    /** The only values it takes, for one made by {@link #oneOf} or {@link #flag}. */
    @SuppressWarnings("unchecked")
    List<String> words() {
        return "boolean".equals(schema.get("type"))
                ? List.of("true", "false")
                : (List<String>) schema.getOrDefault("enum", List.of());
    }

    /** A keyword of the schema that is a number, for one made by {@link #number(String, String, int, int, int)}. */
    int number(String keyword) {
        return (int) Objects.requireNonNull(schema.get(keyword));
    }

    /** A whole number between two others, which are included. */
    public static Parameter number(String name, String description, int minimum, int maximum, int preset) {
        return of(
                name,
                description,
                Map.of("type", "integer", "minimum", minimum, "maximum", maximum, "default", preset));
    }

    private static Parameter of(String name, String description, Map<String, Object> schema) {
        return new Parameter(name, description, schema, false, Optional.empty());
    }

    /** This parameter, taking several values with commas between. */
    public Parameter many() {
        return new Parameter(name, description, schema, true, example);
    }

    /** This parameter with one more keyword in its schema. */
    public Parameter with(String keyword, Object value) {
        var extended = new HashMap<>(schema);
        extended.put(keyword, value);
        return new Parameter(name, description, extended, list, example);
    }

    /** This parameter with an example. */
    public Parameter like(@Nullable String example) {
        return new Parameter(name, description, schema, list, Optional.ofNullable(example));
    }
}
