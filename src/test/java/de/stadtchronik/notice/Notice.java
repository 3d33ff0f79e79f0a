package de.stadtchronik.notice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.vocabulary.Filterable;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A public notice. */
@Schema(description = "A public notice.")
public record Notice(
        @Schema(description = "What it is called.") @NotNull @Text(max = 300)
        LocalizedText title,

        @Schema(description = "What it says, in Markdown.") @Text(max = 1000, markdown = true) @Nullable
        LocalizedText wording,

        @Schema(description = "How urgent it is.") @Filterable @Nullable
        Urgency urgency,

        @Schema(description = "While it hangs.") @Valid @Nullable
        TemporalExtent temporal,

        @Schema(description = "Who issued it.") @Targets("ORGANISATION") @Nullable
        Ref issuer,

        @JsonUnwrapped @Valid @NotNull Metadata metadata)
        implements Document {

    @Override
    public LocalizedText label() {
        return title;
    }

    @Override
    public Optional<Edtf> time(ZoneId city) {
        return Optional.ofNullable(temporal).flatMap(TemporalExtent::parsed);
    }

    /** How urgent a notice is. */
    @Schema(description = "How urgent a notice is.")
    public enum Urgency {
        LOW,
        HIGH
    }
}
