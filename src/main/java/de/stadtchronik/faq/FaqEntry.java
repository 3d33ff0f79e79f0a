package de.stadtchronik.faq;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.text.Slug;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.Editing;
import de.stadtchronik.vocabulary.EdtfText;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question and its answer. */
@Schema(description = "A question and its answer.")
public record FaqEntry(
        @Schema(description = "Its name within the list, which links to it can rely on.", examples = "stand-der-liste")
        @NotNull
        @Pattern(regexp = Slug.PATTERN)
        @Size(max = Slug.MAX_LENGTH)
        String id,

        @Schema(description = "The question.") @NotNull @Text(max = 500)
        LocalizedText question,

        @Schema(description = "The answer, written in Markdown, given out as `bodyFormat` asks.")
        @NotNull
        @Text(max = 20_000, markdown = true)
        LocalizedText answer,

        @Schema(description = "What it is about.", maxItems = 50) @Size(max = 50) @Targets("TOPIC") @Nullable
        List<Ref> topics,

        @Schema(description = "Since when the answer holds (EDTF).", examples = "2020-03", maxLength = 40)
        @EdtfText
        @Nullable
        String validFrom,

        @Schema(description = "Until when the answer holds (EDTF).", maxLength = 40) @EdtfText @Nullable
        String validUntil,

        @Schema(description = "When it was last reviewed (EDTF).", examples = "2020", maxLength = 40)
        @EdtfText
        @Nullable
        String reviewedAt) {

    @Consistent(
            at = "validUntil",
            code = "ends-before-start",
            message = "{de.stadtchronik.order}",
            groups = Editing.class)
    @JsonIgnore
    public boolean isInOrder() {
        return TemporalExtent.areInOrder(validFrom, validUntil);
    }
}
