package de.stadtchronik.editing;

import de.stadtchronik.content.UpdateType;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to publish. */
@Schema(description = "How to publish. May be empty.")
public record PublishRequest(
        @Schema(description = "What the new version means for readers.") @Nullable
        UpdateType updateType,

        @Schema(description = "Why there is a new version, for readers.") @Text(max = 1000) @Nullable
        LocalizedText changeNote)
        implements Noted {}
