package de.stadtchronik.sync;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A manifest, as the API document describes it. */
@Schema(name = "Manifest", description = "All public items, as of one moment.")
record ManifestAnswer(
        @Schema(description = "Sorted by id. Not with `data=none`.", maxItems = Integer.MAX_VALUE) @Nullable
        List<Entry> data,

        @Schema(required = true, description = "How many items there are.", minimum = "0")
        long count,

        @Schema(
                required = true,
                description = "SHA-256 over the lines `<id> <version>\\n`, sorted by id.",
                pattern = "^[0-9a-f]{64}$",
                maxLength = 64)
        String checksum,

        @Schema(
                required = true,
                description = "The cursor of this moment: the `next` of a client that has pulled everything.",
                pattern = "^[A-Za-z0-9_-]+$",
                maxLength = 6000)
        String position) {

    /** One item. */
    @Schema(name = "ManifestEntry", description = "One item.")
    record Entry(
            @Schema(required = true, implementation = String.class, format = "uuid", maxLength = 36)
            UUID id,

            @Schema(required = true, description = "The type of the item.", maxLength = 40)
            String type,

            @Schema(required = true, description = "The public version.", minimum = "1")
            int version) {}
}
