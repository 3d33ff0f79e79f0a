package de.stadtchronik.series;

import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.EventStatus;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stretch of a series between two pauses. */
@Schema(description = "A stretch of a series between two pauses.")
public record Season(
        @Schema(description = "What it is called.") @NotNull @Text(max = 300)
        LocalizedText title,

        @Schema(description = "What it is, in plain text.") @Text(max = 500) @Nullable
        LocalizedText summary,

        @Schema(description = "When, no more precise than it is known.") @Valid @Nullable
        TemporalExtent temporal,

        @Schema(description = "Whether it takes place as planned.") @Nullable
        EventStatus eventStatus) {}
