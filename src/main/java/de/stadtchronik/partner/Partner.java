package de.stadtchronik.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.query.PageEnd;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a partner is doing: one that gets content from here, or one that content comes from. */
@Schema(
        name = "Partner",
        description =
                "A key that pulls, with what it follows; a webhook; or a source of copies. Unknown properties are left out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Partner(
        @Schema(
                description = "Identifies the partner.",
                required = true,
                implementation = String.class,
                format = "uuid",
                maxLength = 36)
        UUID id,

        @Schema(
                description =
                        "`KEY`: pulls from here. `WEBHOOK`: is sent messages from here. `HARVEST_SOURCE`: is pulled by us.",
                required = true,
                implementation = String.class,
                enumeration = {"KEY", "WEBHOOK", "HARVEST_SOURCE"})
        Kind kind,

        @Schema(description = "What it is called here.", required = true, maxLength = 300)
        String name,

        @Schema(description = "Of a webhook: the name of the key that created it.", maxLength = 300) @Nullable
        String owner,

        @Schema(description = "The address of the key, webhook or source.", format = "uri", maxLength = 2000) @Nullable
        String url,

        @Schema(
                description = "What it follows, as it asked for it; empty for everything.",
                maxLength = 8000,
                examples = "topic=kultur&type=EVENT,RELEASE")
        @Nullable
        String filter,

        @Schema(
                description =
                        "The worst that applies. `CURRENT`: it has everything. `BEHIND`: something changed since. `UNUSED`: it was never given anything. `EXPIRING`: less than a tenth of the time is left in which its cursor is valid. `FAILING`: the last attempt failed. `HELD`: so many copies would be removed that an administrator has to confirm it. `EXPIRED`: it has to start from the beginning.",
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
                        "When it was last given something: a part of the feed, or a message; of a source, when the last run succeeded.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant lastSuccessAt,

        @Schema(
                description = "When the last attempt was made, with or without success.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant lastAttemptAt,

        @Schema(description = "Up to which `seq` it was given the feed.", minimum = "0") @Nullable
        Long position,

        @Schema(
                description = "How many items changed since, whether it follows them or not. Counts 10,000 at most.",
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
                description = "When its cursor expires, unless it pulls before.",
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
        String lastError) {

    /** How content passes between this instance and a partner. */
    enum Kind {
        KEY,
        WEBHOOK,
        HARVEST_SOURCE
    }

    /** How a partner is doing: the worst that applies. */
    enum Status {
        CURRENT,
        BEHIND,
        UNUSED,
        EXPIRING,
        FAILING,
        PAUSED,
        HELD,
        EXPIRED,
        DISABLED
    }

    /** A page of a list of them. */
    @Schema(name = "PartnerPage", description = "A page of the list of partners.")
    record Page(
            @Schema(description = "By kind, then by name.", required = true, maxItems = 100)
            List<Partner> data,

            @Schema(ref = "Page") PageEnd.Page page,
            @Schema(ref = "PageLinks") PageEnd.Links links) {}
}
