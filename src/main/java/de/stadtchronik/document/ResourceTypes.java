package de.stadtchronik.content;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All types there are. */
@ApplicationScoped
public class ResourceTypes {

    private final Map<String, ResourceType> byName;
    private final Map<String, ResourceType> byPath;

    private final Map<String, Listing> listings;
    private final Listing everything;

    ResourceTypes(@All List<ResourceType> types) {
        byName = types.stream().collect(Collectors.toMap(ResourceType::name, Function.identity()));
        byPath = types.stream().collect(Collectors.toMap(ResourceType::path, Function.identity()));
        listings = types.stream().collect(Collectors.toMap(ResourceType::name, type -> Listing.of(type, all())));
        everything = Listing.ofAll(all());
    }

    public Collection<ResourceType> all() {
        return byPath.values().stream()
                .sorted(Comparator.comparing(ResourceType::path))
                .toList();
    }

    /** The list of a type. */
    Listing listing(ResourceType type) {
        return Optional.ofNullable(listings.get(type.name())).orElseThrow();
    }

    /** The list of all types. */
    Listing everything() {
        return everything;
    }

    ResourceType named(String name) {
        var type = byName.get(name);
        if (type == null) {
            throw new IllegalStateException("the store holds an item of the unknown type " + name);
        }
        return type;
    }

    public Optional<ResourceType> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The type with that path or that name. */
    Optional<ResourceType> called(String pathOrName) {
        return at(pathOrName).or(() -> Optional.ofNullable(byName.get(pathOrName)));
    }
}
