package de.stadtchronik.editing;

import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** With what notice to archive. */
@Schema(description = "With what notice to archive. May be empty.")
public record ArchiveRequest(
        @Schema(description = "What readers are to know, such as that it is not kept up to date.")
        @Text(max = 2000)
        @Nullable
        LocalizedText notice) {}
