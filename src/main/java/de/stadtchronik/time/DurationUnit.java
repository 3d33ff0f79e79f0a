package de.stadtchronik.time;

import java.util.Arrays;
import java.util.Optional;

/** The calendar units of a duration, in the order in which ISO 8601-1 writes them. */
enum DurationUnit {
    YEAR('Y', false),
    MONTH('M', false),
    WEEK('W', false),
    DAY('D', false),
    HOUR('H', true),
    MINUTE('M', true),
    SECOND('S', true);

    private final char designator;
    private final boolean afterT;

    DurationUnit(char designator, boolean afterT) {
        this.designator = designator;
        this.afterT = afterT;
    }

    /** An {@code M} means months before the {@code T} and minutes after it. */
    static Optional<DurationUnit> of(char designator, boolean afterT) {
        return Arrays.stream(values())
                .filter(unit -> unit.designator == designator && unit.afterT == afterT)
                .findFirst();
    }
}
