package de.stadtchronik.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.content.Content;
import de.stadtchronik.document.Shape;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.vocabulary.Above;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what stands above what free of circles: a climb from parent to parent comes to an end. Drafts count like
 * what is published, because they may be published in any order.
 */
record Hierarchy(WriteContext context) {

    /** The references of a document, already ids, by which the item would stand above itself. */
    List<Violation> circles(Content row, ObjectNode tree) {
        return closing(row, tree)
                .map(property -> Violation.inBody(
                        "/" + property.name(),
                        "circle",
                        new BilingualText(
                                "Das ist der Eintrag selbst oder steht unter ihm.",
                                "This is the item itself, or stands below it.")))
                .toList();
    }

    /** The items that a document names as standing above it, though they stand below, or are the item itself. */
    Set<UUID> turnedAround(Content row, ObjectNode tree) {
        return closing(row, tree).map(property -> target(tree, property)).collect(Collectors.toSet());
    }

    private Stream<Shape.Property> closing(Content row, ObjectNode tree) {
        return above(row).stream()
                .filter(property -> tree.path(property.name()).isTextual())
                .filter(property -> leadsTo(row.id, Set.of(target(tree, property)), property.name()));
    }

    private static UUID target(ObjectNode tree, Shape.Property property) {
        return UUID.fromString(tree.get(property.name()).textValue());
    }

    /** Whether an item stands somewhere below another of its type. */
    boolean isBelow(Content row, Content other) {
        return above(row).stream().anyMatch(property -> leadsTo(other.id, Set.of(row.id), property.name()));
    }

    private List<Shape.Property> above(Content row) {
        return context.shape(row).properties().stream()
                .filter(property -> property.annotation(Above.class).isPresent())
                .toList();
    }

    private boolean leadsTo(UUID end, Set<UUID> from, String property) {
        var seen = new HashSet<UUID>();
        var next = from;
        while (!next.isEmpty()) {
            seen.addAll(next);
            if (seen.contains(end)) {
                return true;
            }
            next = context.contents().targets(next, property);
            next.removeAll(seen);
        }
        return false;
    }
}
