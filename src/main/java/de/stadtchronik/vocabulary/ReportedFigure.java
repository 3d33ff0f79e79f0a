package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.text.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number as a source reported it, with its bound. Several may disagree; none is dropped. */
@Schema(description = "A number as a source reported it. Several may disagree; none is dropped, and none are added up.")
public record ReportedFigure(
        @Schema(
                description = "What is counted: ATTENDEES, VIEWERS, MEMBERS, STAFF, FUNDING, CAMPAIGNS, QUESTIONS, "
                        + "WORKSHOPS and others.",
                examples = "ATTENDEES")
        @NotNull
        @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$")
        String metric,

        @Schema(description = "The number.", examples = "300", minimum = "0")
        @Digits(integer = 15, fraction = 4)
        @DecimalMin(value = "0", groups = Editing.class)
        @Nullable
        BigDecimal value,

        @Schema(description = "The lower end of a range.", minimum = "0")
        @Digits(integer = 15, fraction = 4)
        @DecimalMin(value = "0", groups = Editing.class)
        @Nullable
        BigDecimal min,

        @Schema(description = "The upper end of a range.", minimum = "0")
        @Digits(integer = 15, fraction = 4)
        @DecimalMin(value = "0", groups = Editing.class)
        @Nullable
        BigDecimal max,

        @Schema(description = "How the number is meant.", examples = "MORE_THAN") @NotNull
        Bound bound,

        @Schema(description = "The unit, where it is not a plain count: a UCUM unit or an ISO 4217 currency.")
        @Size(min = 1, max = 20)
        @Nullable
        String unit,

        @Schema(description = "Over which channels.", maxItems = 20) @Size(max = 20) @Nullable
        List<@Size(min = 1, max = 100) String> channels,

        @Schema(description = "What the number covers; numbers of different scope are never added up.")
        @Size(min = 1, max = 200)
        @Nullable
        String scope,

        @Schema(description = "The date at which it held (EDTF).", examples = "2020-12", maxLength = 40)
        @EdtfText
        @Nullable
        String asOf,

        @Schema(description = "The number in words.", examples = "mehr als 300") @Text(max = 300) @Nullable
        LocalizedText text,

        @Schema(description = "Who says so.") @Valid @Nullable
        Source source,

        @Schema(description = "Whether this is the one to show and to count where several disagree.") @Nullable
        Boolean preferred) {

    /** The usual metrics. */
    public static final List<String> USUAL_METRICS =
            List.of("ATTENDEES", "VIEWERS", "MEMBERS", "STAFF", "FUNDING", "CAMPAIGNS", "QUESTIONS", "WORKSHOPS");

    /** The smallest difference that two numbers can have. */
    private static final BigDecimal JUST_BELOW = new BigDecimal("0.0001");

    /**
     * The number that was reached at least, according to the report: the number itself or the lower end of the range,
     * just below it for {@code ALMOST}. Empty if the report has no such number.
     *
     * @return a number with four decimal places
     */
    public Optional<BigDecimal> reached() {
        return Optional.ofNullable(value == null ? min : value)
                .map(number -> bound == Bound.ALMOST ? number.subtract(JUST_BELOW) : number)
                .map(number -> number.setScale(JUST_BELOW.scale(), RoundingMode.UNNECESSARY));
    }

    /** Only a report in words, such as "many", has no number. */
    @Consistent(at = "value", code = "required", message = "{de.stadtchronik.number}", groups = Editing.class)
    @JsonIgnore
    public boolean isNumbered() {
        return value != null || min != null || max != null || (bound == Bound.UNSPECIFIED && text != null);
    }

    /** A range that is open is AT_LEAST, ALMOST or the like. */
    @Consistent(at = "value", code = "required", message = "{de.stadtchronik.exact}", groups = Editing.class)
    @JsonIgnore
    public boolean isClosedIfExact() {
        return bound != Bound.EXACT || value != null || (min == null) == (max == null);
    }

    @Consistent(at = "max", code = "out-of-order", message = "{de.stadtchronik.range}", groups = Editing.class)
    @JsonIgnore
    public boolean isARange() {
        return isAtMost(min, max);
    }

    @Consistent(at = "value", code = "out-of-order", message = "{de.stadtchronik.range}", groups = Editing.class)
    @JsonIgnore
    public boolean isInRange() {
        return isAtMost(min, value) && isAtMost(value, max);
    }

    private static boolean isAtMost(@Nullable BigDecimal less, @Nullable BigDecimal more) {
        return less == null || more == null || less.compareTo(more) <= 0;
    }

    /** How a reported number is meant. */
    @Schema(description = "How a reported number is meant.")
    public enum Bound {
        EXACT,
        AT_LEAST,
        MORE_THAN,
        ABOUT,
        ALMOST,
        UNSPECIFIED
    }
}
