package de.stadtchronik.query;

import de.stadtchronik.text.BilingualText;
import de.stadtchronik.time.Never;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A moment as a parameter: RFC 3339 date and time with offset. */
public final class Moment {

    private Moment() {}

    /** A parameter that takes a moment. */
    public static Parameter parameter(String name, String description) {
        return Parameter.text(name, description + " RFC 3339 with offset, such as `2020-12-01T00:00:00+01:00`.", 40)
                .with("format", "date-time");
    }

    /** The moment that is given, if it can be read; else it is refused. */
    public static Optional<Instant> take(Parameter parameter, Query query) {
        return query.take(parameter).flatMap(text -> {
            var moment = read(text);
            if (moment.isEmpty()) {
                query.fault(
                        parameter,
                        "malformed-date-time",
                        new BilingualText(
                                "%s braucht Datum und Uhrzeit mit Zeitzone nach RFC 3339.",
                                "%s needs a date and time with offset as in RFC 3339."),
                        List.of("2020-12-01T00:00:00+01:00", "2020-12-01T00:00:00Z"));
            }
            return moment;
        });
    }

    /** The moment, moved between those that stand for an absent one: nothing lies beyond them. */
    private static Optional<Instant> read(String text) {
        try {
            // A plus sign that was not percent-encoded arrives as a space.
            return Optional.of(
                    between(OffsetDateTime.parse(text.replace(' ', '+')).toInstant()));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static Instant between(Instant moment) {
        var earliest = Never.DESCENDING.plusMillis(1);
        var latest = Never.ASCENDING.minusMillis(1);
        return moment.isBefore(earliest) ? earliest : moment.isAfter(latest) ? latest : moment;
    }
}
