package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.document.Shape;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import java.util.List;

/** Narrows by the words of a term, such as {@code eventStatus=CANCELLED,POSTPONED}: any of them. */
record WordFilter(Parameter parameter) implements Filter {

    static WordFilter of(Shape.Property property) {
        return new WordFilter(Parameter.oneOf(
                        property.name(),
                        "Only items with one of these values of `" + property.name() + "`.",
                        property.words())
                .many());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(parameter);
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        var asked = query.takeWords(parameter);
        if (!asked.isEmpty()) {
            criteria.require(
                    "exists (select 1 from c.terms t where t.name = ? and t.word in ?)", parameter.name(), asked);
        }
    }
}
