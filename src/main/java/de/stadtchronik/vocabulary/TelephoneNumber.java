package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a telephone number that can exist where it says, as it is dialled from anywhere (ITU-T E.164). */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = TelephoneNumber.Check.class)
public @interface TelephoneNumber {

    String message() default "{de.stadtchronik.telephone}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads the number, and compares it with how it is written: +49 0631 has a zero that nobody dials after +49. */
    final class Check implements ConstraintValidator<TelephoneNumber, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                var numbers = PhoneNumberUtil.getInstance();
                var number = numbers.parse(text, null);
                return numbers.isValidNumber(number)
                        && numbers.format(number, PhoneNumberFormat.E164).equals(text);
            } catch (NumberParseException malformed) {
                return false;
            }
        }
    }
}
