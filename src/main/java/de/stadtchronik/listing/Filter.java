package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import java.util.List;

/** One way to narrow a list: its parameters, documented, and what they ask of a row. */
public interface Filter {

    List<Parameter> parameters();

    /** Takes its parameters from the query, and adds what they ask for, or says what is wrong with them. */
    void apply(Query query, Criteria criteria, FilterLookup lookup);
}
