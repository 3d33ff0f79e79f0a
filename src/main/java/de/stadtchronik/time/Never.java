package de.stadtchronik.time;

import java.time.Instant;

/**
 * What a column holds instead of an absent moment. Never NULL, which H2 and PostgreSQL sort differently: with
 * these, what has no moment comes last in both directions. No moment outside of them can be stored.
 */
public final class Never {

    /** Sorts last in ascending order. */
    public static final Instant ASCENDING = Instant.parse("9999-12-31T00:00:00Z");

    /** Sorts last in descending order. */
    public static final Instant DESCENDING = Instant.parse("0001-01-01T00:00:00Z");

    private Never() {}

    /** Whether a moment can be stored and told apart from an absent one. */
    public static boolean isStorable(Instant moment) {
        return moment.isAfter(DESCENDING) && moment.isBefore(ASCENDING);
    }
}
