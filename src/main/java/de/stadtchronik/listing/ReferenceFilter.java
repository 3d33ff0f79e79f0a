package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.KnownSlug;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Narrows to what refers to given items, in any role. An id that is not public simply finds nothing; a slug that is not
 * is refused, with the nearest one, because it is more likely a slip.
 *
 * @param parameter the parameter, which takes ids and slugs
 * @param type the type of the items referred to; empty if any, and then the item itself counts as well
 * @param all whether all of the items have to be referred to, rather than any
 */
public record ReferenceFilter(Parameter parameter, Optional<String> type, boolean all) implements Filter {

    /** What refers to one of some items. */
    public static final String REFERS =
            "exists (select 1 from c.references r where r.published = true and r.target in ?)";

    @Override
    public List<Parameter> parameters() {
        return List.of(parameter);
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        var targets = targets(query, lookup);
        if (all) {
            targets.forEach(alternatives -> require(lookup.publicIds(alternatives), criteria));
        } else if (!targets.isEmpty()) {
            require(lookup.publicIds(targets.stream().flatMap(Set::stream).toList()), criteria);
        }
    }

    private void require(List<UUID> targets, Criteria criteria) {
        if (type.isPresent()) {
            criteria.require(REFERS, targets);
        } else {
            criteria.require("c.id in ? or " + REFERS, targets, targets);
        }
    }

    /** The ids that are asked for, each once, in their order. */
    public List<UUID> bound(Query query, FilterLookup lookup) {
        var asked = targets(query, lookup).stream().flatMap(Set::stream).toList();
        return List.copyOf(lookup.survivors(asked));
    }

    /** For each value that is asked for, the ids it leads to; all names are looked up at once. */
    private List<Set<UUID>> targets(Query query, FilterLookup lookup) {
        var names = query.takeMany(parameter).stream()
                .flatMap(value -> name(value, query, lookup).stream())
                .toList();
        var slugs = names.stream()
                .filter(name -> name.id().isEmpty())
                .map(Name::slug)
                .collect(Collectors.toSet());
        var found = lookup.bySlug(slugs, type);
        return names.stream()
                .map(name -> name.id().map(Set::of).orElseGet(() -> known(name, found, query, lookup)))
                .toList();
    }

    /** How an item is named in a query: by its id, or by its slug, perhaps with the path of its type. */
    private record Name(String value, Optional<UUID> id, String slug, Optional<String> type) {

        boolean means(KnownSlug.Target target) {
            return target.slug().equals(slug) && type.map(target.type()::equals).orElse(true);
        }
    }

    private Optional<Name> name(String value, Query query, FilterLookup lookup) {
        if (Slug.isUuidShaped(value)) {
            return Optional.of(new Name(value, Optional.of(UUID.fromString(value)), "", type));
        }
        var slash = value.indexOf('/');
        if (slash < 0) {
            return Optional.of(new Name(value, Optional.empty(), value, type));
        }
        var named = lookup.types().at(value.substring(0, slash)).map(ResourceType::name);
        if (named.isEmpty() || (type.isPresent() && !type.equals(named))) {
            query.fault(
                    parameter,
                    "unknown-value",
                    new BilingualText("%s nimmt keinen solchen Pfad.", "%s does not take such a path."),
                    paths(lookup));
            return Optional.empty();
        }
        return Optional.of(new Name(value, Optional.empty(), value.substring(slash + 1), named));
    }

    private List<String> paths(FilterLookup lookup) {
        return lookup.types().all().stream()
                .filter(candidate -> type.isEmpty() || type.get().equals(candidate.name()))
                .map(candidate -> candidate.path() + "/{slug}")
                .toList();
    }

    private Set<UUID> known(Name name, List<KnownSlug.Target> found, Query query, FilterLookup lookup) {
        var ids = found.stream().filter(name::means).map(KnownSlug.Target::id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            var path = name.value()
                    .substring(0, name.value().length() - name.slug().length());
            query.unknownValue(
                    parameter,
                    name.value(),
                    () -> lookup.slugs(name.type()).stream().map(path::concat).toList());
        }
        return ids;
    }
}
