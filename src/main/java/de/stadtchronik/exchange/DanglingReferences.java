package de.stadtchronik.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.Shape;
import de.stadtchronik.document.StrayReferences;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.Slug;
import de.stadtchronik.writing.ReferenceResolver;
import de.stadtchronik.writing.WriteContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an exported item refers to, and is not there. Every reference in an export is an id, so what is none leads nowhere
 * either.
 */
final class DanglingReferences {

    private final Set<String> there = new HashSet<>();
    private final List<Violation> faults;

    DanglingReferences(ItemRecord item, Shape shape, WriteContext context, Importing importing) {
        var found = new ArrayList<Target>();
        // What a copy refers to may be where it comes from, and never here.
        if (item.harvestedFrom() == null) {
            collect(item.draft(), "/draft", shape, found);
            collect(item.published(), "/published", shape, found);
        }
        if (item.successor() != null) {
            found.add(new Target(item.successor().toString(), "/successor"));
        }
        var ids = found.stream()
                .map(Target::id)
                .filter(Slug::isUuidShaped)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        var here = context.headers().types(ids).keySet();
        ids.stream()
                .filter(id -> here.contains(id) || importing.expects(id, context))
                .forEach(id -> there.add(id.toString()));
        faults = found.stream()
                .filter(target -> !there.contains(target.id()))
                .map(target -> ReferenceResolver.unknown(target.pointer(), target.id()))
                .toList();
    }

    /** Something that the item refers to, and where. */
    private record Target(String id, String pointer) {}

    private static void collect(@Nullable String stored, String place, Shape shape, List<Target> found) {
        if (stored != null) {
            new DocumentTree(DocumentJson.tree(stored), shape, false, (id, property, pointer) -> {
                found.add(new Target(id.asText(), place + pointer));
                return StrayReferences.NOWHERE;
            });
        }
    }

    /** Each of them, by its place in the line. */
    List<Violation> faults() {
        return faults;
    }

    /** Takes them out of a document of the item. */
    void takeOut(ObjectNode tree, Shape shape) {
        new DocumentTree(
                tree,
                shape,
                false,
                (id, property, pointer) ->
                        there.contains(id.asText()) ? UUID.fromString(id.asText()) : StrayReferences.NOWHERE);
        StrayReferences.takeOut(tree, shape);
    }
}
