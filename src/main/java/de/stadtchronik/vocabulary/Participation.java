package de.stadtchronik.vocabulary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who had which part in something. */
@Schema(description = "Who had which part in something.")
public record Participation(
        @Schema(description = "The part.") @NotNull Role role,

        @Schema(description = "The organisation.") @Targets("ORGANISATION") @Nullable
        Ref organisation,

        @Schema(description = "Or the person.") @Targets("PERSON") @Nullable
        Ref person) {

    /** The part that somebody had. */
    @Schema(name = "ParticipationRole", description = "The part that somebody had.")
    public enum Role {
        ORGANISER,
        CO_ORGANISER,
        COMMISSIONER,
        SUPPORTER,
        FUNDER,
        PERFORMER,
        BROADCASTER,
        LEAD,
        PARTNER
    }
}
