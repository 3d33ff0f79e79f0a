package de.stadtchronik.reading;

import de.stadtchronik.content.Label;
import de.stadtchronik.content.PublicItems;
import de.stadtchronik.content.PublicRow;
import de.stadtchronik.document.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what items are shown with: the public items that they refer to. */
@ApplicationScoped
class RelatedItemsReader {

    private final PublicItems items;

    RelatedItemsReader(PublicItems items) {
        this.items = items;
    }

    /** What is needed to show a document that is not the published one. */
    RelatedItems around(Set<Reference> references, Set<String> include) {
        if (references.isEmpty()) {
            return RelatedItems.NONE;
        }
        var included = targets(references, reference -> include.contains(reference.property()));
        return with(
                items.labels(targets(references, any -> true)),
                included.isEmpty() ? List.of() : items.publicRows(included));
    }

    private static Set<UUID> targets(Set<Reference> references, Predicate<Reference> wanted) {
        return references.stream().filter(wanted).map(Reference::target).collect(Collectors.toSet());
    }

    /** What is needed to show items: a fixed number of queries, however many they are. */
    RelatedItems around(Collection<UUID> shown, Set<String> include) {
        return shown.isEmpty()
                ? RelatedItems.NONE
                : with(items.labelsAround(shown), include.isEmpty() ? List.of() : items.referredTo(shown, include));
    }

    private RelatedItems with(Map<UUID, Label> labels, List<PublicRow> included) {
        var byId = included.stream().collect(Collectors.toMap(PublicRow::id, Function.identity()));
        labels.putAll(items.labelsAround(byId.keySet()));
        return new RelatedItems(labels, byId);
    }
}
