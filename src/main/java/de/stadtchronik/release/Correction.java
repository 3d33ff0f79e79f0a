package de.stadtchronik.release;

import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was put right after publication, in the open. */
@Schema(description = "What was put right after publication, in the open.")
public record Correction(
        @Schema(description = "When.", maxLength = 40) @NotNull
        OffsetDateTime at,

        @Schema(description = "What.") @NotNull @Text(max = 2000)
        LocalizedText text) {}
