package de.stadtchronik.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Expected;
import de.stadtchronik.vocabulary.Filterable;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a record of documents, read once from its components: which of its properties are texts in
 * languages, references, extents of time. Reading, writing and the API document all go by it, so that none of them
 * knows any type.
 */
public final class Shape {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> record) {
            var mistakes = RecordCheck.mistakes(record);
            if (!mistakes.isEmpty()) {
                throw new IllegalStateException(String.join("\n", mistakes));
            }
            return new Shape(record);
        }
    };

    /** In characters. */
    private static final int LONG = 1000;

    private final Map<String, Property> properties = new LinkedHashMap<>();

    private final Optional<String> qualifier;
    private final boolean translated;

    private Shape(Class<?> record) {
        fields(record).flatMap(Shape::properties).forEach(property -> properties.put(property.name(), property));
        qualifier = Stream.of("role", "type")
                .filter(name -> properties.containsKey(name)
                        && properties.get(name).type().isEnum())
                .findFirst();
        translated = properties.values().stream()
                .anyMatch(property -> property.kind() == Kind.TEXT
                        && property.annotation(NotNull.class).isPresent());
    }

    /**
     * The shape of a record.
     *
     * @throws IllegalStateException if it declares something that no request could fill
     */
    public static Shape of(Class<?> record) {
        return SHAPES.get(record);
    }

    /** All properties in their order. */
    public Collection<Property> properties() {
        return properties.values();
    }

    /** The property of that name; empty for one that a later version of the record no longer knows. */
    public Optional<Property> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** The property that says in which role a nested object refers to something, if it has one. */
    public Optional<String> qualifier() {
        return qualifier;
    }

    /** Whether what it is called is a text in languages, rather than a name that is the same in all. */
    public boolean isTranslated() {
        return translated;
    }

    /** Whether an object of this shape can hold a reference, at any depth. */
    public boolean refers() {
        return properties.values().stream().anyMatch(Property::refers);
    }

    private static Stream<Property> properties(Field field) {
        var type = valueType(field).orElseThrow();
        return field.isAnnotationPresent(JsonUnwrapped.class)
                ? of(type).properties().stream()
                : Stream.of(new Property(
                        field.getName(), kind(type, field), type, isMany(field), isLong(type, field), field));
    }

    private static boolean isLong(Class<?> type, Field field) {
        var text = field.getAnnotation(Text.class);
        return (text != null && text.max() > LONG)
                || (kind(type, field) == Kind.NESTED
                        && of(type).properties().stream().anyMatch(Property::isLong));
    }

    /** The fields of a record's components, in their order: annotations are on them, whatever else they may be on. */
    static Stream<Field> fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(component -> {
            try {
                return record.getDeclaredField(component.getName());
            } catch (NoSuchFieldException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    static boolean isMany(Field field) {
        return field.getType() == List.class;
    }

    /** The type of a field's value, or of each of its values; empty for lists of lists and the like. */
    static Optional<Class<?>> valueType(Field field) {
        if (!isMany(field)) {
            return Optional.of(field.getType());
        }
        return field.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? Optional.of(element)
                : Optional.empty();
    }

    static Kind kind(Class<?> type, Field field) {
        if (type == LocalizedText.class) {
            var text = field.getAnnotation(Text.class);
            return text != null && text.markdown() ? Kind.MARKDOWN : Kind.TEXT;
        }
        if (type == Ref.class) {
            return Kind.REFERENCE;
        }
        if (type == TemporalExtent.class) {
            return Kind.EXTENT;
        }
        return type.isRecord() ? Kind.NESTED : Kind.PLAIN;
    }

    /** What kind of value a property has, as far as reading and writing differ. */
    public enum Kind {
        /** Given out as it stands. */
        PLAIN,
        /** A language map, read in one language. */
        TEXT,
        /** A language map of Markdown, read in one language and the format asked for. */
        MARKDOWN,
        /** Stored as an id, read with its label. */
        REFERENCE,
        /** Read with what follows from it. */
        EXTENT,
        /** An object with properties of its own. */
        NESTED
    }

    /**
     * A property of a document or of an object within it.
     *
     * @param name as in JSON
     * @param kind what kind of value
     * @param type the Java type of the value, or of one of many
     * @param many whether it is a list
     * @param isLong whether it may hold a text of more than 1,000 characters: too much for a list
     * @param field where its annotations stand
     */
    public record Property(String name, Kind kind, Class<?> type, boolean many, boolean isLong, Field field) {

        /** The shape of a nested object. */
        public Shape shape() {
            return of(type);
        }

        public boolean filterable() {
            return field.isAnnotationPresent(Filterable.class);
        }

        /** The names of the types a reference may point to; empty for any. */
        public List<String> targets() {
            return annotation(Targets.class)
                    .map(targets -> List.of(targets.value()))
                    .orElse(List.of());
        }

        /** Whether the value is, or may hold, a reference. */
        public boolean refers() {
            return kind == Kind.REFERENCE || (kind == Kind.NESTED && shape().refers());
        }

        /** What is said of it in a request, whatever is wrong with it; its own, or that of a rule it is held to. */
        Optional<Expected> expected() {
            return Stream.concat(
                            annotation(Expected.class).stream(),
                            Arrays.stream(field.getAnnotations())
                                    .map(rule -> rule.annotationType().getAnnotation(Expected.class))
                                    .flatMap(Stream::ofNullable))
                    .findFirst();
        }

        /** The names of an enum's values. */
        public List<String> words() {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        }

        /** Whether it is a text that may have tabs and line breaks. */
        boolean hasLines() {
            return annotation(Text.class)
                    .filter(text -> text.line() || text.max() <= Text.LONGEST_LINE)
                    .isEmpty();
        }

        public <A extends Annotation> Optional<A> annotation(Class<A> kind) {
            return Optional.ofNullable((@Nullable A) field.getAnnotation(kind));
        }
    }
}
