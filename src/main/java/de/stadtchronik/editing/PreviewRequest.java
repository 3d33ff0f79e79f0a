package de.stadtchronik.editing;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long a preview link is to be valid. */
@Schema(description = "How long a preview link is to be valid. May be empty.")
public record PreviewRequest(
        @Schema(
                description = "Until when it is valid, with offset (RFC 3339): seven days if absent, thirty at most.",
                maxLength = 40,
                examples = "2030-06-01T09:00:00+02:00")
        @Nullable
        OffsetDateTime expiresAt) {}
