package de.stadtchronik.harvest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source that is to be pulled now.
 *
 * @param lease by whom
 * @param dueAt when it was due; another moment later says that somebody has asked for another run
 */
record Task(
        String name,
        UUID lease,
        Instant dueAt,
        String url,
        @Nullable String secret,
        Scope scope) {}
