package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.query.Moment;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A filter of one parameter, for which nothing has to be looked up. */
record SimpleFilter(Parameter parameter, BiConsumer<Query, Criteria> effect) implements Filter {

    /**
     * Narrows to rows that have any of several words.
     *
     * @param condition on the row, with {@code ?} for the words
     * @param value reads a word as what the column holds
     */
    static Filter words(Parameter parameter, String condition, Function<String, Object> value) {
        return new SimpleFilter(parameter, (query, criteria) -> {
            var asked = query.takeWords(parameter).stream().map(value).toList();
            if (!asked.isEmpty()) {
                criteria.require(condition, asked);
            }
        });
    }

    /**
     * Narrows by a moment.
     *
     * @param condition on the row, with {@code ?} for the moment
     */
    static Filter moment(String name, String description, String condition) {
        var parameter = Moment.parameter(name, description);
        return new SimpleFilter(
                parameter,
                (query, criteria) ->
                        Moment.take(parameter, query).ifPresent(moment -> criteria.require(condition, moment)));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(parameter);
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        effect.accept(query, criteria);
    }
}
