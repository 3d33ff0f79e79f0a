package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.query.Moment;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import java.util.List;

/**
 * Narrows by a moment.
 *
 * @param condition on the row, with {@code ?} for the moment
 */
record InstantFilter(Parameter parameter, String condition) implements Filter {

    static InstantFilter of(String name, String description, String condition) {
        return new InstantFilter(Moment.parameter(name, description), condition);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(parameter);
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        Moment.take(parameter, query).ifPresent(moment -> criteria.require(condition, moment));
    }
}
