package de.stadtchronik.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.text.Slug;
import java.util.ArrayList;
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

    private final Set<String> there;
    private final List<Fault> faults;

    DanglingReferences(ItemRecord item, Shape shape, ContentRepository contents, Importing importing) {
        var found = new ArrayList<Target>();
        collect(item.draft(), "/draft", shape, found);
        collect(item.published(), "/published", shape, found);
        if (item.successor() != null) {
            found.add(new Target(item.successor().toString(), "/successor"));
        }
        var ids = found.stream()
                .map(Target::id)
                .filter(Slug::isUuidShaped)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        there = contents.known(ids).stream().map(UUID::toString).collect(Collectors.toSet());
        faults = found.stream()
                // What a copy refers to may be where it comes from, and never here.
                .filter(target -> item.harvestedFrom() == null)
                .filter(target -> !there.contains(target.id()) && !importing.expects(target.id()))
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
    List<Fault> faults() {
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
