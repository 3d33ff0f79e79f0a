package de.stadtchronik.content;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One way to narrow a list: its parameters, documented, and what they ask of a row. */
interface Filter {

    List<Parameter> parameters();

    /** Takes its parameters from the query, and adds what they ask for, or says what is wrong with them. */
    void apply(Query query, Criteria criteria, Lookup lookup);

    /** What a filter may have to ask the store before it can ask for rows. */
    interface Lookup {

        /** The values of {@code kind} in use beside the usual ones. */
        List<String> kindsInUse();

        /** The metrics of figures in use. */
        List<String> metricsInUse();

        /** The ids of public items that have or had that slug, of the named type or of any. */
        List<UUID> bySlug(String slug, Optional<String> type);

        /** The ids by which documents may refer to the public items that some ids lead to. */
        List<UUID> publicIds(Collection<UUID> ids);

        /** The slugs of public items of a type, for suggestions. */
        List<String> slugs(Optional<String> type);

        /** The types there are, to read slug paths such as {@code organisations/dfki}. */
        ResourceTypes types();

        /** What day it is in the city. */
        LocalDate today();
    }
}
