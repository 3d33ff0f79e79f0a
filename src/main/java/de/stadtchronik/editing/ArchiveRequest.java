package de.stadtchronik.editing;

import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Text;
import de.stadtchronik.writing.Writing;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** With which notice to archive an item. */
@Schema(description = "With which notice to archive. May be empty.")
public record ArchiveRequest(
        @Schema(description = "What readers should know, such as that the item is no longer kept up to date.")
        @Text(max = 2000)
        @Nullable
        LocalizedText notice)
        implements ItemAction {

    @Override
    public void on(Writing writing, UUID id) {
        writing.archive(id, notice);
    }
}
