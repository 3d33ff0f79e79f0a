package de.stadtchronik.faq;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.EdtfText;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A list of frequently asked questions (schema.org FAQPage). */
@Schema(description = "A list of frequently asked questions, in their order.")
public record Faq(
        @Schema(description = "What the list is called.") @NotNull @Text(max = 300)
        LocalizedText title,

        @Schema(description = "What it is about, in plain text.") @Text(max = 500) @Nullable
        LocalizedText summary,

        @Schema(description = "Whether it is kept up to date and never finished.") @Nullable
        Boolean living,

        @Schema(description = "When the list as a whole was last reviewed (EDTF).", examples = "2020", maxLength = 40)
        @EdtfText
        @Nullable
        String reviewedAt,

        @Schema(description = "The questions, in their order.", maxItems = 500) @Size(max = 500) @Nullable
        List<@Valid FaqEntry> entries,

        @JsonUnwrapped @Valid @NotNull Metadata metadata)
        implements Document {

    @Override
    public LocalizedText label() {
        return title;
    }

    @Consistent(at = "entries", code = "duplicate-id", message = "{de.stadtchronik.distinct}")
    @JsonIgnore
    public boolean isDistinct() {
        return entries == null || entries.stream().map(FaqEntry::id).distinct().count() == entries.size();
    }
}
