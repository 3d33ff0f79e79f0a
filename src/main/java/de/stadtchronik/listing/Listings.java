package de.stadtchronik.listing;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists that can be asked for: one of each type, and one of all. */
@ApplicationScoped
public class Listings {

    private final Map<ResourceType, Listing> byType;
    private final Listing everything;

    Listings(ResourceTypes types) {
        byType = types.all().stream()
                .collect(Collectors.toMap(Function.identity(), type -> Listing.of(type, types.all())));
        everything = Listing.ofAll(types.all());
    }

    public Listing of(ResourceType type) {
        return Optional.ofNullable(byType.get(type)).orElseThrow();
    }

    /** The paths of all lists. */
    public Set<String> paths() {
        return Stream.concat(byType.values().stream(), Stream.of(everything))
                .map(Listing::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Listing ofAll() {
        return everything;
    }
}
