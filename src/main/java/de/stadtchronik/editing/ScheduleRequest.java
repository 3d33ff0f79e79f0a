package de.stadtchronik.editing;

import de.stadtchronik.content.UpdateType;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When to publish, and how. */
@Schema(description = "When to publish, and how.")
public record ScheduleRequest(
        @Schema(
                description = "The moment, with offset (RFC 3339). Has to lie ahead.",
                maxLength = 40,
                examples = "2030-06-01T09:00:00+02:00")
        @NotNull
        OffsetDateTime publishAt,

        @Schema(description = "What the new version means for readers.") @Nullable
        UpdateType updateType,

        @Schema(description = "Why there is a new version, for readers.") @Text(max = 1000) @Nullable
        LocalizedText changeNote)
        implements Noted {}
