package de.stadtchronik.editing;

import de.stadtchronik.vocabulary.Ref;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Into which item to merge another. */
@Schema(description = "Into which item to merge.")
public record MergeRequest(
        @Schema(description = "The item that remains, of the same type.") @NotNull
        Ref into) {}
