package de.stadtchronik.listing;

import de.stadtchronik.content.KnownSlug;
import de.stadtchronik.content.PublicItems;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a filter may have to ask before rows can be asked for. */
@ApplicationScoped
public class FilterLookup {

    private final PublicItems items;
    private final ResourceTypes types;
    private final Settings settings;
    private final Clock clock;

    FilterLookup(PublicItems items, ResourceTypes types, Settings settings, Clock clock) {
        this.items = items;
        this.types = types;
        this.settings = settings;
        this.clock = clock;
    }

    PublicItems items() {
        return items;
    }

    /** The public items that have or had one of some slugs, of the named type or of any. */
    List<KnownSlug.Target> bySlug(Set<String> slugs, Optional<String> ofType) {
        var among = ofType.map(List::of)
                .orElseGet(() -> types.all().stream().map(ResourceType::name).toList());
        return slugs.isEmpty() ? List.of() : items.publicTargets(slugs, among);
    }

    /** Some ids, in which those of what became part of another are of the survivor by now. */
    public Set<UUID> survivors(Collection<UUID> ids) {
        var survivors = ids.isEmpty() ? Map.<UUID, UUID>of() : items.survivors(ids);
        return ids.stream().map(id -> survivors.getOrDefault(id, id)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The slugs of public items of a type, for suggestions. */
    List<String> slugs(Optional<String> ofType) {
        return items.publicSlugs(ofType);
    }

    /** The types there are, to read slug paths such as {@code organisations/dfki}. */
    ResourceTypes types() {
        return types;
    }

    /** What day it is in the city. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    /** When the next day begins in the city. */
    Instant endOfToday() {
        return today().plusDays(1).atStartOfDay(settings.timeZone()).toInstant();
    }
}
