package de.stadtchronik.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Moments as headers say them, to the second. */
final class HttpDate {

    /** IMF-fixdate (RFC 9110, section 5.6.7). */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    static String of(Instant moment) {
        return FORMAT.format(moment);
    }

    /** The moment that a header names; empty if it has another format, and is to be ignored. */
    static Optional<Instant> read(String header) {
        try {
            return Optional.of(FORMAT.parse(header, Instant::from));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
