package de.stadtchronik.content;

import de.stadtchronik.text.Words;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Narrows by a moment: RFC 3339 date and time with offset.
 *
 * @param condition on the row, with {@code ?} for the moment
 */
record InstantFilter(Parameter parameter, String condition) implements Filter {

    static InstantFilter of(String name, String description, String condition) {
        return new InstantFilter(
                Parameter.text(name, description + " RFC 3339 with offset, such as `2020-12-01T00:00:00+01:00`.", 40)
                        .with("format", "date-time"),
                condition);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(parameter);
    }

    @Override
    public void apply(Query query, Criteria criteria, Lookup lookup) {
        query.take(parameter)
                .ifPresent(text -> moment(text)
                        .ifPresentOrElse(moment -> criteria.require(condition, moment), () -> refuse(query)));
    }

    /** The moment, if it lies between those that stand for an absent one. */
    private static Optional<Instant> moment(String text) {
        try {
            // A plus sign that nobody percent-encoded arrives as a space.
            return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant())
                    .filter(moment -> moment.isAfter(Content.NEVER_DESCENDING))
                    .filter(moment -> moment.isBefore(Content.NEVER_ASCENDING));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private void refuse(Query query) {
        query.fault(
                parameter,
                "malformed-date-time",
                new Words(
                        "%s braucht Datum und Uhrzeit mit Zeitzone nach RFC 3339.",
                        "%s needs a date and time with offset as in RFC 3339."),
                List.of("2020-12-01T00:00:00+01:00", "2020-12-01T00:00:00Z"));
    }
}
