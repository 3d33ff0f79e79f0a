package de.stadtchronik.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.text.Slug;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Targets;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the types to what the service takes for granted of each, at build time and again when it starts. */
public final class TypeCheck {

    private static final String KIND = "[A-Z][A-Z0-9_]{0,39}";

    private final Collection<ResourceType> types;
    private final SortedSet<String> names;
    private final List<String> mistakes = new ArrayList<>();

    private TypeCheck(Collection<ResourceType> types) {
        this.types = types;
        this.names = types.stream().map(ResourceType::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Looks at all types at once.
     *
     * @throws IllegalStateException if there are mistakes, naming every one
     */
    public static void requireSound(Collection<ResourceType> types) {
        var mistakes = mistakes(types);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("Types cannot be served:\n" + String.join("\n", mistakes));
        }
    }

    static List<String> mistakes(Collection<ResourceType> types) {
        var check = new TypeCheck(types);
        types.forEach(check::type);
        check.requireDistinct("path()", type -> Stream.of(type.path()));
        check.requireDistinct("name()", type -> Stream.of(type.name()));
        check.requireDistinct("findableBy()", type -> type.findableBy().stream());
        return check.mistakes;
    }

    private void type(ResourceType type) {
        require(type.path().matches(Slug.PATTERN), type, "path() is not in lower case with hyphens: " + type.path());
        require(!type.kinds().isEmpty(), type, "kinds() names no kind");
        type.kinds()
                .forEach(kind -> require(kind.matches(KIND), type, "kinds() has one that is not in capitals: " + kind));
        require(type.exampleSlug().matches(Slug.PATTERN), type, "exampleSlug() is not a slug: " + type.exampleSlug());
        require(
                type.timed() || !type.defaultSort().endsWith("temporal"),
                type,
                "defaultSort() is by time, but the record does not override time(ZoneId)");
        if (type.document().isRecord()) {
            record(type);
        } else {
            require(false, type, "document() is not a record");
        }
    }

    private void record(ResourceType type) {
        var record = type.document();
        var fields = Shape.fields(record).toList();
        var last = fields.get(fields.size() - 1);
        require(
                last.getType() == Metadata.class && last.isAnnotationPresent(JsonUnwrapped.class),
                type,
                "the last component of the record is not @JsonUnwrapped @Valid @NotNull Metadata metadata");
        var taken = new HashSet<>(DocumentReader.SYSTEM);
        Shape.fields(Metadata.class).map(Field::getName).forEach(taken::add);
        fields.stream()
                .map(Field::getName)
                .filter(taken::contains)
                .forEach(name -> require(
                        false, type, "the record has a component " + name + ", a name that every item has already"));
        var unreadable = RecordCheck.mistakes(record);
        mistakes.addAll(unreadable);
        if (unreadable.isEmpty()) {
            targets(type, Shape.of(record));
        }
    }

    private void targets(ResourceType type, Shape shape) {
        for (var property : shape.properties()) {
            property.targets().stream()
                    .filter(target -> !names.contains(target))
                    .forEach(target -> require(
                            false,
                            type,
                            "@%s of %s names %s, which is no type: those are %s"
                                    .formatted(Targets.class.getSimpleName(), property.name(), target, names)));
            if (property.kind() == Shape.Kind.NESTED) {
                targets(type, property.shape());
            }
        }
    }

    private void requireDistinct(String what, Function<ResourceType, Stream<String>> values) {
        types.stream()
                .flatMap(values)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((value, count) -> {
                    if (count > 1) {
                        mistakes.add("%s gives “%s” for %d types".formatted(what, value, count));
                    }
                });
    }

    private void require(boolean condition, ResourceType type, String otherwise) {
        if (!condition) {
            mistakes.add(type.getClass().getName() + ": " + otherwise);
        }
    }
}
