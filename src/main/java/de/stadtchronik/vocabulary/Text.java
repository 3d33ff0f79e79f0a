package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import de.stadtchronik.text.Languages;
import de.stadtchronik.text.LocalizedText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a {@link LocalizedText}: German is there, tags are well-formed BCP 47, and no
 * language is blank or longer than {@code max} characters.
 */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = {Text.Check.class, Text.ListCheck.class})
public @interface Text {

    /** A text of at most so many characters is one line, such as a title or a name. */
    int LONGEST_LINE = 300;

    /** The most characters per language. */
    int max();

    /** Whether it is one line, though it may be longer than others. */
    boolean line() default false;

    /** Whether the text is Markdown (CommonMark, with tables) and follows {@code bodyFormat} when read. */
    boolean markdown() default false;

    String message() default "{de.stadtchronik.text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports the languages that are invalid. */
    final class Check implements ConstraintValidator<Text, LocalizedText> {

        private int max;

        @Override
        public void initialize(Text limits) {
            max = limits.max();
        }

        @Override
        public boolean isValid(@Nullable LocalizedText text, ConstraintValidatorContext context) {
            if (text == null || text.isWritten(max)) {
                return true;
            }
            if (text.texts().containsKey(Languages.GERMAN)) {
                var message = context.getDefaultConstraintMessageTemplate();
                context.disableDefaultConstraintViolation();
                text.unfit(max)
                        .forEach(tag -> context.buildConstraintViolationWithTemplate(message)
                                .addPropertyNode(tag)
                                .addConstraintViolation());
            }
            return false;
        }
    }

    /** Reports the texts of a list that are invalid. */
    final class ListCheck implements ConstraintValidator<Text, List<LocalizedText>> {

        private int max;

        @Override
        public void initialize(Text limits) {
            max = limits.max();
        }

        @Override
        public boolean isValid(@Nullable List<LocalizedText> texts, ConstraintValidatorContext context) {
            if (texts == null || texts.stream().allMatch(text -> text.isWritten(max))) {
                return true;
            }
            var message = context.getDefaultConstraintMessageTemplate();
            context.disableDefaultConstraintViolation();
            IntStream.range(0, texts.size())
                    .filter(i -> !texts.get(i).isWritten(max))
                    .forEach(i -> context.buildConstraintViolationWithTemplate(message)
                            .addBeanNode()
                            .inIterable()
                            .atIndex(i)
                            .addConstraintViolation());
            return false;
        }
    }
}
