package de.stadtchronik.listing;

import de.stadtchronik.content.FilterKeys;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.Shape;
import de.stadtchronik.document.Shape.Property;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In which roles items of one type may be referred to. A role is named by its word, such as {@code SUPPORTER}, or by the
 * property that refers, in the same capitals: {@code PARENT}. A word that is both, such as {@code LEAD}, means both.
 *
 * @param stored by word, what stands for it in the roles of stored references
 */
record ReferenceRoles(SortedMap<String, Set<String>> stored) {

    /** Of what has no role that anybody would ask for. */
    static final ReferenceRoles NONE = new ReferenceRoles(new TreeMap<>());

    /** The roles of a type: none, unless the part that its items have is ever said. */
    static ReferenceRoles of(ResourceType type, Collection<ResourceType> all) {
        var stored = new TreeMap<String, Set<String>>();
        var name = type.name();
        var hasParts = false;
        for (var other : all) {
            for (var property : Shape.of(other.document()).properties()) {
                if (!property.name().equals(FilterKeys.PUBLISHER) && leadsTo(property, name)) {
                    var words = parts(property);
                    hasParts |= !words.isEmpty();
                    words.forEach(word -> add(word, word, stored));
                    if (words.isEmpty()) {
                        add(capitals(property.name()), property.name(), stored);
                    }
                }
            }
        }
        return hasParts ? new ReferenceRoles(stored) : NONE;
    }

    private static void add(String word, String role, SortedMap<String, Set<String>> stored) {
        stored.computeIfAbsent(word, none -> new TreeSet<>()).add(role);
    }

    private static boolean leadsTo(Property property, String type) {
        return property.kind() == Shape.Kind.NESTED
                ? property.shape().properties().stream().anyMatch(inner -> leadsTo(inner, type))
                : property.targets().contains(type);
    }

    private static List<String> parts(Property property) {
        return property.kind() == Shape.Kind.NESTED
                ? property.shape()
                        .qualifier()
                        .flatMap(property.shape()::property)
                        .map(Property::words)
                        .orElse(List.of())
                : List.of();
    }

    /** {@code originPlace} is {@code ORIGIN_PLACE}. */
    private static String capitals(String property) {
        return String.join("_", Arrays.asList(property.split("(?=\\p{Lu})"))).toUpperCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return stored.isEmpty();
    }
}
