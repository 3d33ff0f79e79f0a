package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation or person, and the part that it had. */
@Schema(description = "An organisation or person, and the part that it had.")
public record Participation(
        @Schema(description = "The part.") @NotNull Role role,

        @Schema(description = "The organisation.") @Targets("ORGANISATION") @Nullable
        Ref organisation,

        @Schema(description = "The person, if it is not an organisation; never both.") @Targets("PERSON") @Nullable
        Ref person) {

    @Consistent(
            at = "organisation",
            code = "required",
            message = "{de.stadtchronik.participant}",
            groups = Editing.class)
    @JsonIgnore
    public boolean isOfSomebody() {
        return organisation != null || person != null;
    }

    @Consistent(at = "person", code = "one-only", message = "{de.stadtchronik.participant}", groups = Editing.class)
    @JsonIgnore
    public boolean isOfOneOnly() {
        return organisation == null || person == null;
    }

    /** The part that an organisation or person had. */
    @Schema(name = "ParticipationRole", description = "The part that an organisation or person had.")
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
