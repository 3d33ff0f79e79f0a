package de.stadtchronik.editing;

import de.stadtchronik.content.UpdateType;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Text;
import de.stadtchronik.writing.PublicationNote;
import de.stadtchronik.writing.Writing;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When to publish, and how. */
@Schema(description = "When to publish, and how.")
public record ScheduleRequest(
        @Schema(
                description = "The moment, with offset (RFC 3339); in the future.",
                maxLength = 40,
                examples = "2030-06-01T09:00:00+02:00")
        @NotNull
        OffsetDateTime publishAt,

        @Schema(description = "What the new version means for readers.") @Nullable
        UpdateType updateType,

        @Schema(description = "Why there is a new version; shown to readers.") @Text(max = 1000) @Nullable
        LocalizedText changeNote)
        implements ItemAction {

    @Override
    public void on(Writing writing, UUID id) {
        writing.schedule(id, publishAt.toInstant(), new PublicationNote(updateType, changeNote));
    }
}
