package de.stadtchronik.sync;

import de.stadtchronik.text.LocalizedText;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the feed, as the API document describes it. */
@Schema(description = "A part of the feed.")
record ChangesPage(
        @Schema(required = true, description = "In the order of `seq`.", maxItems = 500)
        List<Entry> data,

        @Schema(
                required = true,
                description = "The cursor after this page, to be sent as `since` the next time. Always present.",
                maxLength = 6000,
                pattern = "^[A-Za-z0-9_-]+$")
        String next,

        @Schema(required = true, description = "Whether there is more right now.")
        boolean hasMore,

        @Schema(
                required = true,
                description = "The licence of items that name no other.",
                format = "uri",
                implementation = String.class,
                maxLength = 2000)
        URI license) {

    /** One item in the feed. */
    @Schema(name = "Change", description = "One item, at its latest state.")
    record Entry(
            @Schema(required = true, description = "The position of its last public change; rises.", minimum = "1")
            long seq,

            @Schema(required = true, description = "The type of the item.", maxLength = 40)
            String type,

            @Schema(required = true, implementation = String.class, format = "uuid", maxLength = 36)
            UUID id,

            @Schema(
                    required = true,
                    description = "What to do with it.",
                    enumeration = {"UPSERT", "DELETE"})
            String op,

            @Schema(
                    description = "Why the copy is to be deleted.",
                    enumeration = {"WITHDRAWN", "EXPIRED", "DELETED", "ERASED", "MERGED", "OUT_OF_SCOPE"})
            @Nullable
            String reason,

            @Schema(required = true, description = "The public version.", minimum = "0")
            int version,

            @Schema(
                    required = true,
                    description = "When it last changed.",
                    implementation = String.class,
                    format = "date-time",
                    maxLength = 40)
            Instant changedAt,

            @Schema(ref = "LocalizedText", description = "Why it was withdrawn, in all languages.") @Nullable
            LocalizedText explanation,

            @Schema(
                    description = "The id of the public item to look at instead.",
                    implementation = String.class,
                    format = "uuid",
                    maxLength = 36)
            @Nullable
            UUID successor,

            @Schema(
                    description =
                            "The item as with `lang=*`: the document of its type, with what every item has. Not with `data=none`.",
                    implementation = Object.class)
            @Nullable
            Object item) {}
}
