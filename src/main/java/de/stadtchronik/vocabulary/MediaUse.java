package de.stadtchronik.vocabulary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A medium at its place in a document. */
@Schema(description = "A medium at its place in a document.")
public record MediaUse(
        @Schema(description = "Its place.") @NotNull Role role,

        @Schema(description = "The medium.") @NotNull @Targets("MEDIA")
        Ref media) {

    /** The place of a medium in a document. */
    @Schema(name = "MediaRole", description = "The place of a medium in a document.")
    public enum Role {
        HERO,
        INLINE,
        ATTACHMENT
    }
}
