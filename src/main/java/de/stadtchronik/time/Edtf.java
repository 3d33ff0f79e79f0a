package de.stadtchronik.time;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A date or an interval of uncertain precision, in the Extended Date/Time Format (ISO 8601-2:2019; EDTF of the Library
 * of Congress).
 *
 * <p>Supported is level 0 without a time of day, and of level 1 what a chronicle needs:
 *
 * <ul>
 *   <li>{@code YYYY}, {@code YYYY-MM}, {@code YYYY-MM-DD}, years 0001 to 9998, proleptic Gregorian calendar
 *   <li>{@code YYYY-21} to {@code YYYY-24}: spring (March to May), summer, autumn, and winter, the winter of a year
 *       running from its December to the end of February of the following year
 *   <li>a trailing {@code ~} (approximate), {@code ?} (uncertain) or {@code %} (both) on each date
 *   <li>{@code date/date}, and {@code ..} for one open end
 * </ul>
 *
 * <p>Two values are equal if their texts are; there is only one way to write each.
 */
public final class Edtf implements Comparable<Edtf> {

    private static final Comparator<Edtf> ORDER = Comparator.comparing(
                    (Edtf edtf) -> edtf.bounds().startEarliest())
            .thenComparing(edtf -> edtf.precision().rank())
            .thenComparing(Edtf::toString);

    private static final String OPEN = "..";

    private final String text;
    private final boolean interval;
    private final Optional<EdtfDate> start;
    private final Optional<EdtfDate> end;
    private final Bounds bounds;

    Edtf(String text, boolean interval, Optional<EdtfDate> start, Optional<EdtfDate> end) {
        this.text = text;
        this.interval = interval;
        this.start = start;
        this.end = end;
        this.bounds = new Bounds(
                start.map(EdtfDate::firstDay).orElse(Bounds.DISTANT_PAST),
                start.map(EdtfDate::lastDay).orElse(Bounds.DISTANT_PAST),
                end.map(EdtfDate::firstDay).orElse(Bounds.DISTANT_FUTURE),
                end.map(EdtfDate::lastDay).orElse(Bounds.DISTANT_FUTURE));
    }

    /**
     * Reads a text such as {@code 2020-06}, {@code 2020-03~} or {@code 2020-03-13/..}.
     *
     * @param text the text, at most 40 characters
     * @return its value
     * @throws TimeFormatException if it is not written exactly as this class describes, names a day that the calendar
     *     does not have, ends before it starts, or is open at both ends
     */
    public static Edtf parse(String text) {
        return EdtfParser.parse(text);
    }

    /**
     * One day.
     *
     * @param day a local date of the years 1 to 9998
     * @return that day, as in {@code 2020-03-13}
     * @throws TimeFormatException if the year is out of range
     */
    public static Edtf ofDay(LocalDate day) {
        return parse(day.toString());
    }

    /**
     * Everything from one day to another.
     *
     * @param first the first day, inclusive, a local date of the years 1 to 9998
     * @param last the last day, inclusive, a local date of the years 1 to 9998
     * @return {@code first/last}, or a plain date if both are the same day
     * @throws TimeFormatException if a year is out of range or the last day is before the first
     */
    public static Edtf between(LocalDate first, LocalDate last) {
        return first.equals(last) ? ofDay(first) : parse(first + "/" + last);
    }

    /**
     * Everything from the earliest beginning to the latest end of several.
     *
     * @param several any number of dates and intervals
     * @return an interval, written as precisely as the dates at its ends; of one it is that one; empty of none
     */
    public static Optional<Edtf> spanning(Collection<Edtf> several) {
        var first =
                several.stream().min(Comparator.comparing(edtf -> edtf.bounds().startEarliest()));
        var last =
                several.stream().max(Comparator.comparing(edtf -> edtf.bounds().endLatest()));
        return first.map(begin -> begin.equals(last.orElseThrow())
                ? begin
                : of(begin.startText(), last.orElseThrow().endText()));
    }

    /**
     * What is known to the day, beside what is written less precisely: the day decides, and what is written counts for
     * the end of which no day is known.
     *
     * @param first the first day, a local date of the years 1 to 9998; empty if it is not known
     * @param last the last day, likewise, inclusive
     * @param written what is written, which may be that day; a single date says when it began, not how long it lasted
     * @return empty if nothing is known
     * @throws TimeFormatException if it would end before it starts
     */
    public static Optional<Edtf> exactly(Optional<LocalDate> first, Optional<LocalDate> last, Optional<Edtf> written) {
        if (first.isEmpty() && last.isEmpty()) {
            return written;
        }
        var start = first.map(LocalDate::toString)
                .or(() -> written.map(Edtf::startText))
                .orElse(OPEN);
        var end = last.map(LocalDate::toString)
                .or(() -> written.filter(Edtf::isInterval).map(Edtf::endText))
                .orElse(start);
        return Optional.of(start.equals(end) ? parse(start) : of(start, end));
    }

    /** An interval; one that is open at both ends cannot be written, and yet several may span it. */
    private static Edtf of(String start, String end) {
        return start.equals(OPEN) && end.equals(OPEN)
                ? new Edtf(OPEN + "/" + OPEN, true, Optional.empty(), Optional.empty())
                : parse(start + "/" + end);
    }

    private String startText() {
        return text.replaceFirst("/.*", "");
    }

    private String endText() {
        return text.replaceFirst(".*/", "");
    }

    /** Whether it may have begun on a day, as it is written; a qualified date is trusted for its year only. */
    public boolean mayStartOn(LocalDate day) {
        return start.filter(date -> date.mayBe(day)).isPresent();
    }

    /** Whether it may have ended on a day, as it is written; a qualified date is trusted for its year only. */
    public boolean mayEndOn(LocalDate day) {
        return end.filter(date -> date.mayBe(day)).isPresent();
    }

    /** {@return whether it is written with a slash: a start and an end, one of which may be open} */
    public boolean isInterval() {
        return interval;
    }

    /** {@return the inclusive local dates between which its beginning and its end lie, as written} */
    public Bounds bounds() {
        return bounds;
    }

    /** {@return the precision of the coarser end; an open end does not count, and of two of them nothing is known} */
    public Precision precision() {
        return dates().map(EdtfDate::precision)
                .max(Comparator.comparing(Precision::rank))
                .orElse(Precision.YEAR);
    }

    /** {@return whether either end is marked with {@code ~} or {@code %}} */
    public boolean approximate() {
        return dates().anyMatch(date -> date.qualifier().approximate());
    }

    /** {@return whether either end is marked with {@code ?} or {@code %}} */
    public boolean uncertain() {
        return dates().anyMatch(date -> date.qualifier().uncertain());
    }

    /** {@return whether its end is written as {@code ..}} */
    public boolean openEnd() {
        return end.isEmpty();
    }

    /**
     * Its start, written no finer than it is known and without a qualifier.
     *
     * @return {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}; a season gives its first month; empty if open
     */
    public Optional<String> earliest() {
        return start.map(EdtfDate::earliestText);
    }

    /**
     * Its end, written no finer than it is known and without a qualifier.
     *
     * @return {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}; a season gives its last month; empty if open
     */
    public Optional<String> latest() {
        return end.map(EdtfDate::latestText);
    }

    /**
     * The day by which it has certainly begun: {@link Bounds#startLatest}, but for a qualified start the last day of
     * its year, since a qualified date is trusted for its year only.
     *
     * @return a local date, inclusive; {@link Bounds#DISTANT_PAST} for an open start
     */
    public LocalDate begunBy() {
        return start.map(EdtfDate::certainlyNotAfter).orElse(Bounds.DISTANT_PAST);
    }

    /**
     * The day up to which it certainly lasted: {@link Bounds#endEarliest}, but for a qualified end the first day of its
     * year, since a qualified date is trusted for its year only.
     *
     * @return a local date, inclusive; {@link Bounds#DISTANT_FUTURE} for an open end
     */
    public LocalDate lastedUntil() {
        return end.map(EdtfDate::certainlyNotBefore).orElse(Bounds.DISTANT_FUTURE);
    }

    /**
     * Whether any part of it lies within a period.
     *
     * <p>For a single date without qualifier this is certain if the date lies wholly inside the period; with one, only
     * if its whole year does. An interval is certain if it has begun by the end of the period and lasted until its
     * beginning, whatever its exact ends were.
     *
     * @param from the first day of the period, inclusive, a local date
     * @param to the last day of the period, inclusive, a local date
     * @return how surely it does; empty if it surely does not, taking the dates as written
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public Optional<Certainty> within(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period ends before it starts: " + from + " to " + to);
        }
        if (bounds.startEarliest().isAfter(to) || bounds.endLatest().isBefore(from)) {
            return Optional.empty();
        }
        // A single date without qualifier has begun by its last day and lasted until its first, so that this very
        // condition reads "it lies wholly inside"; EdtfWithinTest holds both against each other.
        boolean certain = !begunBy().isAfter(to) && !lastedUntil().isBefore(from);
        return Optional.of(certain ? Certainty.CERTAIN : Certainty.POSSIBLE);
    }

    /** Its start; of a single date, that date. */
    Optional<EdtfDate> start() {
        return start;
    }

    Optional<EdtfDate> end() {
        return end;
    }

    private Stream<EdtfDate> dates() {
        return Stream.concat(start.stream(), end.stream());
    }

    /** By the earliest day of the start, then the finer precision first, then by text; consistent with equals. */
    @Override
    public int compareTo(Edtf other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edtf that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return exactly the text that {@link #parse} was given} */
    @Override
    public String toString() {
        return text;
    }
}
