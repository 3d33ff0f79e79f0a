package de.stadtchronik.harvest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source that is to be pulled now.
 *
 * @param lease by whom
 * @param begun since when; whoever asks later asks for another run
 */
record Task(
        String name,
        UUID lease,
        Instant begun,
        String url,
        @Nullable String secret,
        Scope scope) {}
