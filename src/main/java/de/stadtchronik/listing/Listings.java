package de.stadtchronik.listing;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    public Listing ofAll() {
        return everything;
    }
}
