package de.stadtchronik.editing;

import de.stadtchronik.writing.Writing;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which version to make the draft. */
@Schema(description = "Which version to make the draft.")
public record RestoreRequest(
        @Schema(description = "The number of the version.", examples = "1") @NotNull @Min(1) @Max(1_000_000_000)
        Integer version)
        implements ItemAction {

    @Override
    public void on(Writing writing, UUID id) {
        writing.restore(id, version);
    }
}
