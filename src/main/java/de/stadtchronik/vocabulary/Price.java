package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.text.LocalizedText;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What it costs to attend. */
@Schema(description = "What it costs to attend.")
public record Price(
        @Schema(description = "Whether entry is free.") @Nullable
        Boolean free,

        @Schema(description = "The amount, as a decimal string.", examples = "12.50")
        @Pattern(regexp = "^[0-9]{1,9}(\\.[0-9]{1,2})?$")
        @Nullable
        String amount,

        @Schema(description = "The currency (ISO 4217).", examples = "EUR") @Pattern(regexp = "^[A-Z]{3}$") @Nullable
        String currency,

        @Schema(description = "In words.") @Text(max = 300) @Nullable
        LocalizedText text) {

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
        return isKnown(currency);
    }

    @Consistent(at = "amount", code = "contradicts-free", message = "{de.stadtchronik.free}", groups = Editing.class)
    @JsonIgnore
    public boolean isFreeOrNot() {
        return !Boolean.TRUE.equals(free) || amount == null || amount.matches("[0.]*");
    }

    @Consistent(at = "amount", code = "required", message = "{de.stadtchronik.price}", groups = Editing.class)
    @JsonIgnore
    public boolean isSaidAtAll() {
        return free != null || amount != null || text != null;
    }

    static boolean isKnown(@Nullable String currency) {
        return currency == null
                || Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(currency));
    }
}
