package de.stadtchronik.editing;

import de.stadtchronik.content.UpdateType;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Text;
import de.stadtchronik.writing.PublicationNote;
import de.stadtchronik.writing.Writing;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to publish. */
@Schema(description = "How to publish. May be empty.")
public record PublishRequest(
        @Schema(description = "What the new version means for readers.") @Nullable
        UpdateType updateType,

        @Schema(description = "Why there is a new version; shown to readers.") @Text(max = 1000) @Nullable
        LocalizedText changeNote)
        implements ItemAction {

    @Override
    public void on(Writing writing, UUID id) {
        writing.publish(id, new PublicationNote(updateType, changeNote));
    }
}
