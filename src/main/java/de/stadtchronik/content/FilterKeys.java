package de.stadtchronik.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Reference;
import de.stadtchronik.vocabulary.MunicipalKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what a published document could be found: ids and words only, nothing personal. Kept with the change that replaced
 * it, so that a partner who follows a filter learns that something has left it.
 *
 * @param references the ids of what it referred to, by role
 * @param terms words by name, such as {@code language}
 * @param areas the municipal keys of where it lay and of what it referred to; absent where that was not noted yet
 */
public record FilterKeys(
        Map<String, Set<String>> references,
        Map<String, Set<String>> terms,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Set<String> areas) {

    @SuppressWarnings("NullAway") // empty ones are not written
    public FilterKeys {
        references = references == null ? Map.of() : references;
        terms = terms == null ? Map.of() : terms;
    }

    public static final String PUBLISHER = "publisher";
    static final String LANGUAGE = "language";
    public static final String AREA = "area";

    /** The keys of what a row has published, as JSON. */
    public static String of(Content row, ContentRepository contents) {
        var references = row.references.stream().filter(Reference::published).toList();
        var places = references.stream()
                .filter(reference -> !reference.property().equals(PUBLISHER))
                .map(Reference::target)
                .collect(Collectors.toSet());
        var areas = new TreeSet<>(words(row, AREA));
        areas.addAll(contents.areas(places));
        return DocumentJson.write(new FilterKeys(
                grouped(
                        references,
                        Reference::role,
                        reference -> reference.target().toString()),
                grouped(List.copyOf(row.terms), Term::name, Term::word),
                areas));
    }

    public static FilterKeys read(String json) {
        return DocumentJson.read(json, FilterKeys.class);
    }

    /** Whether it referred to one of these, in any role. */
    public boolean refersTo(Set<UUID> targets) {
        return references.values().stream()
                .flatMap(Set::stream)
                .map(UUID::fromString)
                .anyMatch(targets::contains);
    }

    /** Whether one of these had published it. */
    public boolean publishedBy(Set<UUID> publishers) {
        return references.getOrDefault(PUBLISHER, Set.of()).stream()
                .map(UUID::fromString)
                .anyMatch(publishers::contains);
    }

    /** Whether it was there in one of these languages. */
    public boolean speaks(List<String> languages) {
        return languages.stream().anyMatch(terms.getOrDefault(LANGUAGE, Set.of())::contains);
    }

    /** Whether it lay in one of these areas, as far as that is known. */
    public boolean liesIn(List<String> asked) {
        var known = areas;
        return known == null
                || known.stream().anyMatch(key -> asked.stream().anyMatch(area -> MunicipalKeys.covers(area, key)));
    }

    public static Set<String> words(Content row, String name) {
        return row.terms.stream()
                .filter(term -> term.name().equals(name))
                .map(Term::word)
                .collect(Collectors.toCollection(TreeSet::new));
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
