package de.stadtchronik.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody does to whom content goes from here, or from whom it comes. */
@Schema(
        name = "Partner",
        description =
                "A key that pulls, by what it follows; a webhook; or a source of copies. What is not known of it is left out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Partner(
        @Schema(
                description = "Tells it from all others.",
                required = true,
                implementation = String.class,
                format = "uuid",
                maxLength = 36)
        UUID id,

        @Schema(
                description = "`KEY`: pulls from here. `WEBHOOK`: is told from here. `HARVEST_SOURCE`: is pulled.",
                required = true,
                implementation = String.class,
                enumeration = {"KEY", "WEBHOOK", "HARVEST_SOURCE"})
        Kind kind,

        @Schema(description = "What it is called here.", required = true, maxLength = 300)
        String name,

        @Schema(description = "The name of the key that made it, of a webhook.", maxLength = 300) @Nullable
        String owner,

        @Schema(description = "Where there is more about it.", format = "uri", maxLength = 2000) @Nullable
        String url,

        @Schema(
                description = "What it follows, as it asked for it; empty for everything.",
                maxLength = 8000,
                examples = "topic=kultur&type=EVENT,RELEASE")
        @Nullable
        String filter,

        @Schema(
                description =
                        "The worst that is true. `CURRENT`: it has everything. `BEHIND`: something changed since. `UNUSED`: nothing ever went to it. `EXPIRING`: less than a tenth of the time is left in which it can go on from where it is. `FAILING`: the last attempt failed. `HELD`: so many copies would be removed that somebody has to confirm it. `EXPIRED`: it has to begin anew.",
                required = true,
                implementation = String.class,
                enumeration = {
                    "CURRENT",
                    "BEHIND",
                    "UNUSED",
                    "EXPIRING",
                    "FAILING",
                    "PAUSED",
                    "HELD",
                    "EXPIRED",
                    "DISABLED"
                })
        Status status,

        @Schema(
                description =
                        "When something last went to it: a part of the feed, a message; of a source, when all of it had last come.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant lastSuccessAt,

        @Schema(
                description = "When it was last tried, with success or without.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant lastAttemptAt,

        @Schema(description = "Up to which `seq` it was given the feed.", minimum = "0") @Nullable
        Long position,

        @Schema(
                description =
                        "How many items changed since, whether it follows them or not. No more than 10,000 are counted.",
                minimum = "0",
                maximum = "10000")
        @Nullable
        Integer behind,

        @Schema(
                description = "When the first of these changes happened.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant behindSince,

        @Schema(
                description = "From when on it has to begin anew, if it does not go on before.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant expiresAt,

        @Schema(description = "How many attempts in a row failed.", required = true, minimum = "0")
        int failures,

        @Schema(
                description =
                        "What went wrong at the last attempt: the status that was answered, or why there was none.",
                maxLength = 500)
        @Nullable
        String lastError) {}
