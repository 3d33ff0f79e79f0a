package de.stadtchronik.release;

import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody said, and as whom. */
@Schema(description = "What somebody said, and as whom.")
public record Quote(
        @Schema(description = "The words.") @NotNull @Text(max = 5000)
        LocalizedText text,

        @Schema(description = "Who said them.") @Targets("PERSON") @Nullable
        Ref person,

        @Schema(description = "The person's office, in the words of the release.") @Text(max = 300) @Nullable
        LocalizedText roleAsQuoted,

        @Schema(description = "The place among the quotes, from 1.", minimum = "1", maximum = "1000") @Nullable
        Integer order) {}
