package de.stadtchronik.document;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All types there are. Made at the start, because a type that cannot be served is to be noticed then. */
@Startup
@ApplicationScoped
public class ResourceTypes {

    private final Map<String, ResourceType> byName;
    private final Map<String, ResourceType> byPath;

    ResourceTypes(@All List<ResourceType> types) {
        TypeCheck.requireSound(types);
        byName = types.stream().collect(Collectors.toMap(ResourceType::name, Function.identity()));
        byPath = types.stream().collect(Collectors.toMap(ResourceType::path, Function.identity()));
    }

    public Collection<ResourceType> all() {
        return byPath.values().stream()
                .sorted(Comparator.comparing(ResourceType::path))
                .toList();
    }

    public ResourceType named(String name) {
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
