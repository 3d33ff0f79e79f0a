package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.FilterKeys;
import de.stadtchronik.content.KnownSlug;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Narrows to what refers to given items, in any role but as its publisher, or in a role that is named. An id that is not
 * public simply finds nothing; a slug that is not is refused, with the nearest one, because it is more likely a slip.
 *
 * @param parameter the parameter, which takes ids and slugs
 * @param type the type of the items referred to; empty if any, and then an item refers to itself as well
 * @param wanted how many of the items have to be referred to
 * @param roles the roles that may stand before an item, as in {@code LEAD:dfki}
 * @param refers what has to hold of a row for items that no role stands before
 */
public record ReferenceFilter(
        Parameter parameter, Optional<String> type, Wanted wanted, ReferenceRoles roles, String refers)
        implements Filter {

    /** How many of the items that are named, and the end of the parameter's name that says so. */
    enum Wanted {
        ANY(""),
        ALL(".all"),
        NONE(".not");

        private final String suffix;

        Wanted(String suffix) {
            this.suffix = suffix;
        }

        static Wanted by(String parameter) {
            return parameter.endsWith(ALL.suffix) ? ALL : parameter.endsWith(NONE.suffix) ? NONE : ANY;
        }
    }

    /** What is published by one of some organisations. */
    public static final String IS_PUBLISHED_BY = refers("r.property = '" + FilterKeys.PUBLISHER + "'");

    /** What names one of some items as what stands above it. */
    public static final String IS_BELOW = refers("r.property = 'parent'");

    /** What refers to one of some items in another way. */
    public static final String REFERS = refers("r.property <> '" + FilterKeys.PUBLISHER + "'");

    private static final String PUBLISHER = FilterKeys.PUBLISHER.toUpperCase(Locale.ROOT);

    private static final String IN_ROLE = refers("r.role in ?");

    private static String refers(String how) {
        return "exists (select 1 from c.references r where r.published = true and " + how + " and r.target in ?)";
    }

    /** One that knows no roles. */
    public static ReferenceFilter plain(Parameter parameter, Optional<String> type) {
        return new ReferenceFilter(parameter, type, Wanted.ANY, ReferenceRoles.NONE, REFERS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(parameter);
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        var targets = targets(query, lookup);
        if (wanted == Wanted.ALL) {
            targets.forEach(target -> require(List.of(target), criteria, lookup));
        } else if (!targets.isEmpty()) {
            require(targets, criteria, lookup);
        }
    }

    private void require(List<Target> alternatives, Criteria criteria, FilterLookup lookup) {
        var byRole = alternatives.stream()
                .collect(Collectors.groupingBy(
                        Target::role,
                        TreeMap::new,
                        Collectors.flatMapping(target -> target.ids().stream(), Collectors.toSet())));
        var conditions = new ArrayList<String>();
        var operands = new ArrayList<Object>();
        byRole.forEach((role, asked) -> {
            var ids = lookup.items().publicIds(asked);
            criteria.name(asked);
            criteria.name(ids);
            if (!role.isEmpty()) {
                conditions.add(IN_ROLE);
                operands.add(roles.stored().get(role));
            } else {
                conditions.add(refers);
                if (type.isEmpty() && refers.equals(REFERS)) {
                    conditions.add("c.id in ?");
                    operands.add(ids);
                }
            }
            operands.add(ids);
        });
        var any = String.join(" or ", conditions);
        criteria.require(wanted == Wanted.NONE ? "not (" + any + ")" : any, operands.toArray());
    }

    /** What one value leads to, and in which role; the role is empty for any. */
    private record Target(String role, Set<UUID> ids) {}

    /** The ids that are asked for, each once, in their order. */
    public List<UUID> bound(Query query, FilterLookup lookup) {
        var asked = targets(query, lookup).stream()
                .flatMap(target -> target.ids().stream())
                .toList();
        return List.copyOf(lookup.survivors(asked));
    }

    /** For each value that is asked for, the ids it leads to; all names are looked up at once. */
    private List<Target> targets(Query query, FilterLookup lookup) {
        var names = query.takeMany(parameter).stream()
                .flatMap(value -> name(value, query, lookup).stream())
                .toList();
        var slugs = names.stream()
                .filter(name -> name.id().isEmpty())
                .map(Name::slug)
                .collect(Collectors.toSet());
        var found = lookup.bySlug(slugs, type);
        return names.stream()
                .map(name -> new Target(
                        name.role(), name.id().map(Set::of).orElseGet(() -> known(name, found, query, lookup))))
                .toList();
    }

    /** How an item is named in a query: by its id, or by its slug, perhaps with the path of its type. */
    private record Name(String role, String value, Optional<UUID> id, String slug, Optional<String> type) {

        boolean means(KnownSlug.Target target) {
            return target.slug().equals(slug) && type.map(target.type()::equals).orElse(true);
        }
    }

    private Optional<Name> name(String value, Query query, FilterLookup lookup) {
        var colon = value.indexOf(':');
        var role = value.substring(0, Math.max(colon, 0));
        if (colon >= 0 && !roles.stored().containsKey(role)) {
            refuseRole(role, query);
            return Optional.empty();
        }
        return item(role, value.substring(colon + 1), query, lookup);
    }

    private void refuseRole(String role, Query query) {
        if (role.equals(PUBLISHER)) {
            query.fault(
                    parameter,
                    "unknown-value",
                    new BilingualText(
                            "%s fragt nach jeder anderen Rolle; was jemand veröffentlicht hat, findet publisher=.",
                            "%s asks for any other role; publisher= finds what somebody published."),
                    roles.stored().keySet());
        } else {
            query.unknownValue(parameter, role, roles.stored().keySet());
        }
    }

    private Optional<Name> item(String role, String value, Query query, FilterLookup lookup) {
        if (Slug.isUuidShaped(value)) {
            return Optional.of(new Name(role, value, Optional.of(UUID.fromString(value)), "", type));
        }
        var slash = value.indexOf('/');
        if (slash < 0) {
            return Optional.of(new Name(role, value, Optional.empty(), value, type));
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
        return Optional.of(new Name(role, value, Optional.empty(), value.substring(slash + 1), named));
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
