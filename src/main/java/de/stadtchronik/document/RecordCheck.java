package de.stadtchronik.document;

import static java.util.Map.entry;

import com.google.errorprone.annotations.FormatMethod;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Above;
import de.stadtchronik.vocabulary.DurationText;
import de.stadtchronik.vocabulary.EdtfText;
import de.stadtchronik.vocabulary.Filterable;
import de.stadtchronik.vocabulary.HiddenWhile;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what a record declares with what the service can read, so that its author learns of a mistake from the build,
 * and not from the first request.
 */
final class RecordCheck {

    /** The kinds of component that a request body can fill. */
    static final String KINDS = Arrays.stream(PlainValue.values())
            .map(plain -> plain.type().getSimpleName())
            .collect(Collectors.joining(
                    ", ", "", ", LocalizedText, Ref, TemporalExtent, an enum, a record, or a List of one of these"));

    private static final Set<Class<?>> NUMBERS = Set.of(Integer.class, Long.class, BigDecimal.class);

    /** The types on which an annotation means something: elsewhere it would fail at the first request, or do nothing. */
    private static final Map<Class<? extends Annotation>, Set<Class<?>>> FITTING = Map.ofEntries(
            entry(Text.class, Set.of(LocalizedText.class)),
            entry(Targets.class, Set.of(Ref.class)),
            entry(Above.class, Set.of(Ref.class)),
            entry(EdtfText.class, Set.of(String.class)),
            entry(DurationText.class, Set.of(String.class)),
            entry(Pattern.class, Set.of(String.class)),
            entry(Min.class, NUMBERS),
            entry(Max.class, NUMBERS),
            entry(DecimalMin.class, NUMBERS),
            entry(DecimalMax.class, NUMBERS),
            entry(Digits.class, NUMBERS));

    /** What may stand on a list, and then speaks of the list as a whole or of each of its values. */
    private static final Set<Class<? extends Annotation>> ON_LISTS = Set.of(Text.class, Targets.class);

    private final List<String> mistakes = new ArrayList<>();
    private final Deque<Class<?>> within = new ArrayDeque<>();

    private RecordCheck() {}

    /** What is wrong with a record and with those within it, a sentence each; empty if nothing is. */
    static List<String> mistakes(Class<?> record) {
        var check = new RecordCheck();
        check.record(record);
        return check.mistakes;
    }

    private void record(Class<?> record) {
        within.push(record);
        Shape.fields(record).forEach(field -> {
            var type = Shape.valueType(field);
            if (type.filter(RecordCheck::isReadable).isEmpty()) {
                mistake(
                        field,
                        "is of the type %s, which no request body can fill. Possible are %s",
                        field.getGenericType().getTypeName(),
                        KINDS);
            } else {
                value(field, type.get());
            }
        });
        within.pop();
    }

    private static boolean isReadable(Class<?> type) {
        return PlainValue.of(type).isPresent() || type.isEnum() || type.isRecord();
    }

    private void value(Field field, Class<?> type) {
        var many = Shape.isMany(field);
        FITTING.forEach((annotation, types) -> {
            var fits = types.contains(type) && (!many || ON_LISTS.contains(annotation));
            if ((!fits && field.isAnnotationPresent(annotation))
                    || (!types.contains(type) && isOnElements(field, annotation))) {
                mistake(field, "cannot have @%s, which is for %s", annotation.getSimpleName(), names(types));
            }
        });
        if (field.isAnnotationPresent(Size.class) && !many && type != String.class) {
            mistake(field, "cannot have @Size, which is for String and List");
        }
        if (field.isAnnotationPresent(Filterable.class) && (many || !type.isEnum())) {
            mistake(field, "cannot have @Filterable, which is for an enum");
        }
        if (field.isAnnotationPresent(HiddenWhile.class)) {
            hiddenWhile(field, field.getAnnotation(HiddenWhile.class));
        }
        switch (Shape.kind(type, field)) {
            case TEXT, MARKDOWN -> require(field, Text.class);
            case NESTED, EXTENT -> nested(field, type);
            case PLAIN, REFERENCE -> {}
        }
    }

    /** Without {@code @Valid} the rules of a nested record would not be looked at. */
    private void nested(Field field, Class<?> type) {
        require(field, Valid.class);
        if (within.contains(type)) {
            mistake(field, "makes a %s part of itself", type.getSimpleName());
        } else {
            record(type);
        }
    }

    private void require(Field field, Class<? extends Annotation> annotation) {
        if (!field.isAnnotationPresent(annotation) && !isOnElements(field, annotation)) {
            mistake(field, "needs @%s", annotation.getSimpleName());
        }
    }

    private void hiddenWhile(Field field, HiddenWhile rule) {
        var other = Shape.fields(field.getDeclaringClass())
                .filter(candidate -> candidate.getName().equals(rule.property()))
                .findFirst();
        if (other.isEmpty()) {
            mistake(field, "is hidden while “%s” has a value, but there is no such component", rule.property());
        } else if (other.get().getType().isEnum()
                && Arrays.stream(other.get().getType().getEnumConstants())
                        .noneMatch(word -> word.toString().equals(rule.is()))) {
            mistake(field, "is hidden while %s is “%s”, which it never is", rule.property(), rule.is());
        }
    }

    /** Whether an annotation stands inside of {@code List<@Valid …>}. */
    private static boolean isOnElements(Field field, Class<? extends Annotation> annotation) {
        return field.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && Stream.of(list.getAnnotatedActualTypeArguments())
                        .anyMatch(element -> element.isAnnotationPresent(annotation));
    }

    private static String names(Set<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "));
    }

    @FormatMethod
    private void mistake(Field field, String what, Object... details) {
        mistakes.add(field.getDeclaringClass().getName() + "." + field.getName() + " " + what.formatted(details));
    }
}
