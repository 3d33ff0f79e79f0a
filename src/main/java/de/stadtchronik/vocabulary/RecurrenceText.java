package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.jspecify.annotations.Nullable;

/** The text is a recurrence rule (RFC 5545, section 3.3.10). */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = RecurrenceText.Check.class)
public @interface RecurrenceText {

    String message() default "{de.stadtchronik.recurrence}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads the rule. */
    final class Check implements ConstraintValidator<RecurrenceText, String> {

        /** Each once, and counts in digits alone, where the library is more lenient. */
        private static final Pattern PARTS =
                Pattern.compile("(?i)(?!.*(?<=^|;)([A-Z]+)=.*;\\1=)(?!.*(COUNT|INTERVAL)=[^0-9]).*");

        private static final Pattern UNTIL = Pattern.compile("(?<=^|;)UNTIL=([^;]*)");

        private static final DateTimeFormatter DATE =
                DateTimeFormatter.ofPattern("uuuuMMdd['T'HHmmss['Z']]").withResolverStyle(ResolverStyle.STRICT);

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            if (!PARTS.matcher(text).matches()) {
                return false;
            }
            try {
                var rule = new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
                // The library reads the 40th of a month as a day of the next.
                UNTIL.matcher(text).results().map(until -> until.group(1)).forEach(DATE::parse);
                return !rule.hasPart(RecurrenceRule.Part.SKIP);
            } catch (InvalidRecurrenceRuleException | DateTimeException malformed) {
                return false;
            }
        }
    }
}
