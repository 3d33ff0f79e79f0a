package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
        var targets = query.takeMany(parameter).stream()
                .map(value -> targets(value, query, lookup))
                .toList();
        if (all) {
            targets.forEach(alternatives -> require(lookup.publicIds(alternatives), criteria));
        } else if (!targets.isEmpty()) {
            require(lookup.publicIds(targets.stream().flatMap(List::stream).toList()), criteria);
        }
    }

    private void require(List<UUID> targets, Criteria criteria) {
        if (type.isPresent()) {
            criteria.require(REFERS, targets);
        } else {
            criteria.require("c.id in ? or " + REFERS, targets, targets);
        }
    }

    /** The ids that are asked for: those given, and those by which documents may refer to the same. */
    public List<UUID> bound(Query query, FilterLookup lookup) {
        var asked = query.takeMany(parameter).stream()
                .flatMap(value -> targets(value, query, lookup).stream())
                .distinct()
                .toList();
        return asked.isEmpty()
                ? asked
                : Stream.concat(asked.stream(), lookup.publicIds(asked).stream())
                        .distinct()
                        .sorted()
                        .toList();
    }

    private List<UUID> targets(String value, Query query, FilterLookup lookup) {
        if (Slug.isUuidShaped(value)) {
            return List.of(UUID.fromString(value));
        }
        var slash = value.indexOf('/');
        if (slash < 0) {
            return known(value, type, "", query, lookup);
        }
        var named = lookup.types().at(value.substring(0, slash)).map(ResourceType::name);
        if (named.isEmpty() || (type.isPresent() && !type.equals(named))) {
            query.fault(
                    parameter,
                    "unknown-value",
                    new BilingualText("%s nimmt keinen solchen Pfad.", "%s does not take such a path."),
                    paths(lookup));
            return List.of();
        }
        return known(value.substring(slash + 1), named, value.substring(0, slash + 1), query, lookup);
    }

    private List<String> paths(FilterLookup lookup) {
        var paths = new ArrayList<String>();
        lookup.types().all().stream()
                .filter(candidate -> type.isEmpty() || type.get().equals(candidate.name()))
                .forEach(candidate -> paths.add(candidate.path() + "/{slug}"));
        return paths;
    }

    private List<UUID> known(String slug, Optional<String> ofType, String path, Query query, FilterLookup lookup) {
        var found = lookup.bySlug(slug, ofType);
        if (found.isEmpty()) {
            var slugs = lookup.slugs(ofType).stream().map(path::concat).toList();
            query.unknownValue(parameter, path + slug, slugs);
        }
        return found;
    }
}
