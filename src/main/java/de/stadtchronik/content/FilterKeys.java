package de.stadtchronik.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * By what a published document could be found: ids and words only, nothing personal. Kept with the change that replaced
 * it, so that whoever follows a filter learns that something has left it.
 */
final class FilterKeys {

    private FilterKeys() {}

    /** The keys of what a row has published, as JSON: {@code {"references": {role: [id]}, "terms": {name: [word]}}}. */
    static String of(Content row) {
        var references = grouped(
                row.references.stream().filter(Reference::published).toList(),
                Reference::role,
                reference -> reference.target().toString());
        var terms = grouped(List.copyOf(row.terms), Term::name, Term::word);
        return DocumentJson.write(new TreeMap<>(Map.of("references", references, "terms", terms)));
    }

    private static <T> Map<String, Set<String>> grouped(
            List<T> rows, Function<T, String> key, Function<T, String> value) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        key,
                        TreeMap::new,
                        Collectors.mapping(value, Collectors.<String, Set<String>>toCollection(TreeSet::new))));
    }
}
