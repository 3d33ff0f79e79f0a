package de.stadtchronik.delivery;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Moments as headers say them, to the second; and the one at which an answer begins, which each says (RFC 9110, 6.6.1). */
@ApplicationScoped
class HttpDate {

    /** IMF-fixdate (RFC 9110, section 5.6.7). */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Before anything that may answer. */
    private static final int FIRST = 10_000;

    private final Clock clock;

    HttpDate(Clock clock) {
        this.clock = clock;
    }

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

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(
                            end -> context.response().putHeader(HttpHeaders.DATE, of(clock.instant())));
                    context.next();
                },
                FIRST);
    }
}
