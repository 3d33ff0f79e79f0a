package de.stadtchronik.time;

import java.util.List;

/**
 * How long something lasted, in calendar units as they were written down (ISO 8601-1:2019, "Duration").
 *
 * <p>Nothing is converted: a month stays a month, seven weeks never become 49 days. Therefore a duration has no length
 * in seconds and no order; {@link java.time.Period} and {@link java.time.Duration} hold half of the units each and
 * would lose the weeks.
 *
 * <p>Two values are equal if their texts are: {@code P7D} and {@code P1W} are not.
 */
public record Duration8601(String text) {

    /** @throws TimeFormatException as {@link #parse} does */
    public Duration8601 {
        DurationParser.parse(text);
    }

    /**
     * Reads a text such as {@code P7W}, {@code P1Y2M10D} or {@code PT1H30M}.
     *
     * @param text {@code PnW} alone, or {@code PnYnMnDTnHnMnS} with any of its parts left out, at most 40 characters;
     *     each {@code n} is a whole number from 0 to 9999 in at most four digits, and not all of them are 0
     * @return its value
     * @throws TimeFormatException if it is not written so
     */
    public static Duration8601 parse(String text) {
        return new Duration8601(text);
    }

    /** {@return the amounts other than zero, largest unit first; at least one} */
    List<Amount> amounts() {
        return DurationParser.parse(text).stream()
                .filter(amount -> amount.number() > 0)
                .toList();
    }

    /** {@return exactly the text that {@link #parse} was given} */
    @Override
    public String toString() {
        return text;
    }
}
