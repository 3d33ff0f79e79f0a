package de.stadtchronik.time;

import java.time.LocalDate;

/**
 * The four days between which a beginning and an end lie, as far as they are written down.
 *
 * <p>All four are local calendar dates without a time zone, and all are <em>inclusive</em>. They are never null: an
 * open end is a sentinel, because databases disagree on whether null sorts first or last.
 *
 * <table>
 * <caption>How they are read from EDTF</caption>
 * <tr><th>text</th><th>startEarliest</th><th>startLatest</th><th>endEarliest</th><th>endLatest</th></tr>
 * <tr><td>2020-06</td><td>2020-06-01</td><td>2020-06-30</td><td>2020-06-01</td><td>2020-06-30</td></tr>
 * <tr><td>2019/2020</td><td>2019-01-01</td><td>2019-12-31</td><td>2020-01-01</td><td>2020-12-31</td></tr>
 * <tr><td>2020-03-13/..</td><td>2020-03-13</td><td>2020-03-13</td><td>9999-12-31</td><td>9999-12-31</td></tr>
 * </table>
 *
 * <p>A date without a slash is one moment somewhere inside of it. The qualifiers {@code ~ ? %} do not widen the bounds,
 * since it is not said by how much; {@link Edtf#begunBy} and {@link Edtf#lastedUntil} take them into account.
 *
 * @param startEarliest the first day on which it may have begun; {@link #DISTANT_PAST} for an open start
 * @param startLatest the last day on which it may have begun; {@link #DISTANT_PAST} for an open start
 * @param endEarliest the first day on which it may have ended; {@link #DISTANT_FUTURE} for an open end
 * @param endLatest the last day on which it may have ended; {@link #DISTANT_FUTURE} for an open end
 */
public record Bounds(LocalDate startEarliest, LocalDate startLatest, LocalDate endEarliest, LocalDate endLatest) {

    /** Stands for an open start: 1 January of the year 1. */
    public static final LocalDate DISTANT_PAST = LocalDate.of(1, 1, 1);

    /** Stands for an open end: 31 December of the year 9999. */
    public static final LocalDate DISTANT_FUTURE = LocalDate.of(9999, 12, 31);

    /**
     * Takes four days in order.
     *
     * @throws IllegalArgumentException if an earliest day is after its latest, or the end lies before the start
     */
    public Bounds {
        if (startEarliest.isAfter(startLatest) || endEarliest.isAfter(endLatest) || startEarliest.isAfter(endLatest)) {
            throw new IllegalArgumentException("bounds out of order: start " + startEarliest + " to " + startLatest
                    + ", end " + endEarliest + " to " + endLatest);
        }
    }
}
