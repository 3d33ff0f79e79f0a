package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.Slug;
import de.stadtchronik.time.Never;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The plain values that a property can hold: the Java type of each, and what stands for it in JSON. */
@SuppressWarnings("ImmutableEnumChecker") // the rules keep no state, and the examples stay in here
enum PlainValue {
    TEXT(String.class, "text", JsonNode::isTextual, "\"…\""),
    BOOLEAN(Boolean.class, "boolean", JsonNode::isBoolean, "true", "false"),
    INTEGER(Integer.class, "integer", value -> value.isIntegralNumber() && value.canConvertToInt(), "0"),
    LONG(Long.class, "integer", value -> value.isIntegralNumber() && value.canConvertToLong(), "0"),
    NUMBER(BigDecimal.class, "number", PlainValue::isNumber, "0.5"),
    MOMENT(OffsetDateTime.class, "date-time", PlainValue::isMoment, "2020-12-01T00:00:00+01:00"),
    IDENTIFIER(
            UUID.class,
            "uuid",
            value -> value.isTextual() && Slug.isUuidShaped(value.asText()),
            "0198c5a2-0000-7000-8000-000000000000"),
    WEB_ADDRESS(URI.class, "web-address", PlainValue::isWebAddress, "https://…");

    private static final int LONGEST_URL = 2000;
    private static final int MOST_DIGITS = 500;

    /** In every zone, each moment before it is on a day of the years that dates may have. */
    private static final Instant END_OF_MOMENTS = Instant.parse("9998-12-31T00:00:00Z");

    private final Class<?> type;
    private final String form;
    private final Predicate<JsonNode> rule;
    private final String[] examples;

    PlainValue(Class<?> type, String form, Predicate<JsonNode> rule, String... examples) {
        this.type = type;
        this.form = form;
        this.rule = rule;
        this.examples = examples;
    }

    /** The plain value of a Java type; empty if no body can hold one. */
    static Optional<PlainValue> of(Class<?> type) {
        return Arrays.stream(values()).filter(plain -> plain.type == type).findFirst();
    }

    Class<?> type() {
        return type;
    }

    boolean fits(JsonNode value) {
        return rule.test(value);
    }

    /** The fault of a value that does not fit, with examples of what would. */
    Violation misfit(String pointer) {
        return ShapeCheck.expected(pointer, form, examples);
    }

    /** One that can be written without an exponent, and read again: 1e-9999 is short, and becomes a text of ten thousand. */
    private static boolean isNumber(JsonNode value) {
        return value.isNumber()
                && value.decimalValue().precision()
                                + Math.abs((long) value.decimalValue().scale())
                        <= MOST_DIGITS;
    }

    /** RFC 3339, later than the moment that stands for an absent one. */
    private static boolean isMoment(JsonNode value) {
        try {
            if (!value.isTextual()) {
                return false;
            }
            var moment = OffsetDateTime.parse(value.asText()).toInstant();
            return Never.isStorable(moment) && moment.isBefore(END_OF_MOMENTS);
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    /** Only what a browser may safely follow: a link with another scheme could run as a script. */
    private static boolean isWebAddress(JsonNode value) {
        try {
            var uri = new URI(value.asText());
            return value.isTextual()
                    && value.asText().length() <= LONGEST_URL
                    && uri.getHost() != null
                    && Set.of("http", "https")
                            .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
