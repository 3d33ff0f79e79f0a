package de.stadtchronik.harvest.run;

import de.stadtchronik.harvest.origin.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source that is to be pulled now.
 *
 * @param lease under which it is pulled
 * @param purge whether it was deleted, and only its copies are to be removed
 * @param dueAt when it was due; if that changes during the run, an administrator has asked for another one
 */
public record Task(
        String name,
        UUID lease,
        Instant dueAt,
        boolean purge,
        String url,
        @Nullable String secret,
        Scope scope) {}
