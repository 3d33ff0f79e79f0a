package de.stadtchronik.reading;

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
        var targets = references.stream().map(Reference::target).collect(Collectors.toSet());
        if (targets.isEmpty()) {
            return RelatedItems.NONE;
        }
        var wanted = references.stream()
                .filter(reference -> include.contains(reference.property()))
                .map(Reference::target)
                .collect(Collectors.toSet());
        var included = wanted.isEmpty() ? List.<PublicRow>of() : items.publicRows(wanted);
        var labels = items.labels(targets);
        labels.putAll(items.labelsAround(included.stream().map(PublicRow::id).toList()));
        return new RelatedItems(
                labels, included.stream().collect(Collectors.toMap(PublicRow::id, Function.identity())));
    }

    /** What is needed to show items: a fixed number of queries, however many they are. */
    RelatedItems around(Collection<UUID> shown, Set<String> include) {
        if (shown.isEmpty()) {
            return RelatedItems.NONE;
        }
        var labels = items.labelsAround(shown);
        if (include.isEmpty()) {
            return new RelatedItems(labels, Map.of());
        }
        var included =
                items.referredTo(shown, include).stream().collect(Collectors.toMap(PublicRow::id, Function.identity()));
        labels.putAll(items.labelsAround(included.keySet()));
        return new RelatedItems(labels, included);
    }
}
