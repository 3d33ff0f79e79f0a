package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import java.util.List;
import java.util.stream.Stream;

/** Narrows by {@code kind} and {@code kind.not}: an open set, the usual values and whatever the store holds. */
record KindFilter(List<String> types, List<String> usual) implements Filter {

    private static final String PATTERN = "^[A-Z][A-Z0-9_]{0,39}$";

    @Override
    public List<Parameter> parameters() {
        return List.of(wanted(), unwanted());
    }

    private Parameter wanted() {
        return parameter("kind", "Only items of one of these kinds.").like(usual.get(0));
    }

    private Parameter unwanted() {
        return parameter("kind.not", "No items of any of these kinds.");
    }

    private Parameter parameter(String name, String description) {
        return Parameter.matching(name, description + " Usual: `" + String.join("`, `", usual) + "`.", PATTERN, 40)
                .with("x-extensible-enum", usual)
                .many();
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        var wanted = known(query, wanted(), lookup);
        if (!wanted.isEmpty()) {
            criteria.require("c.kind in ?", wanted);
        }
        var unwanted = known(query, unwanted(), lookup);
        if (!unwanted.isEmpty()) {
            criteria.require("c.kind is null or c.kind not in ?", unwanted);
        }
    }

    private List<String> known(Query query, Parameter parameter, FilterLookup lookup) {
        var asked = query.takeMany(parameter);
        if (usual.containsAll(asked)) {
            return asked;
        }
        var allowed = Stream.concat(usual.stream(), lookup.items().kinds(types).stream())
                .distinct()
                .sorted()
                .toList();
        return query.knownAmong(parameter, asked, allowed);
    }
}
