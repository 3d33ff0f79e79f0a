package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.text.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money from one or more funders. Joint funding stays joint: there is one amount, and no share per funder. */
@Schema(description = "Money from one or more funders. Joint funding stays joint: one amount, no share per funder.")
public record Funding(
        @Schema(description = "Who pays, jointly.", maxItems = 50) @NotEmpty @Size(max = 50) @Targets("ORGANISATION")
        List<Ref> funders,

        @Schema(description = "The programme it comes from.") @Targets("PROJECT") @Nullable
        Ref programme,

        @Schema(description = "The amount, as a decimal string.", examples = "17000000.00")
        @Pattern(regexp = "^[0-9]{1,15}(\\.[0-9]{1,2})?$")
        @Nullable
        String amount,

        @Schema(description = "The currency (ISO 4217).", examples = "EUR") @Pattern(regexp = "^[A-Z]{3}$") @Nullable
        String currency,

        @Schema(description = "How the amount is meant.") ReportedFigure.@Nullable Bound bound,

        @Schema(description = "For which time.") @Valid @Nullable
        TemporalExtent period,

        @Schema(description = "What the amount covers.") @Text(max = 500) @Nullable
        LocalizedText scopeText,

        @Schema(description = "Who says so.") @Valid @Nullable
        Source source) {

    @Consistent(at = "currency", code = "required", message = "{de.stadtchronik.currency}", groups = Editing.class)
    @JsonIgnore
    public boolean isInACurrency() {
        return amount == null || currency != null;
    }

    @Consistent(
            at = "currency",
            code = "unknown-value",
            message = "{de.stadtchronik.currency.unknown}",
            groups = Editing.class)
    @JsonIgnore
    public boolean isInAKnownCurrency() {
        return Price.isKnown(currency);
    }
}
