package de.stadtchronik.change;

import java.util.Set;
import java.util.UUID;

/**
 * On what an answer depends: a public change of any of it may change the answer.
 *
 * @param types the names of types of which any item counts, also one that is yet to come
 * @param items single items of other types
 */
public record Dependencies(Set<String> types, Set<UUID> items) {

    /** Whether an item is among it. */
    public boolean include(String type, UUID item) {
        return types.contains(type) || items.contains(item);
    }
}
