package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createDiscriminator;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.Shape;
import de.stadtchronik.document.Shape.Kind;
import de.stadtchronik.document.Shape.Property;
import de.stadtchronik.time.Precision;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Needed;
import de.stadtchronik.vocabulary.Text;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Makes two schemas of the one that was read from a record: {@code EventDocument}, as it is written, and {@code Event},
 * as it is read, in one language, with labels on references and what follows from dates.
 */
final class RecordSchemas {

    /** What was read from Java classes that never show as such. */
    private static final Set<String> INTERNAL = Set.of(
            "Answer",
            "Audience",
            "Basis",
            "Dependencies",
            "Instant",
            "Position",
            "OffsetDateTime",
            "SourceKey",
            "WrittenRef",
            "WrittenText");

    private static final String PATH = "#/components/schemas/";

    private static final Set<String> COMMON =
            Shape.of(Metadata.class).properties().stream().map(Property::name).collect(Collectors.toSet());

    private final Map<String, Schema> read;
    private final Map<String, Schema> result = new LinkedHashMap<>();

    RecordSchemas(Map<String, Schema> read) {
        this.read = read;
        read.forEach((name, schema) -> {
            if (!INTERNAL.contains(name)) {
                result.put(name, schema);
            }
        });
    }

    Map<String, Schema> result() {
        return result;
    }

    void derive(ResourceType type) {
        var name = type.document().getSimpleName();
        deriveNested(type.document());
        result.put(name + "Document", extended("DocumentProperties", own(type, true)));
        result.put(name, extended("ItemProperties", SystemProperties.of(type, own(type, false))));
        result.put(name + "Page", page(reference(name)));
        result.put(
                name + "Draft",
                extended("DraftProperties", createSchema().addAllOf(reference(name + "Document")))
                        .description(
                                "What editors see of an item: the document as it was last written, and its state."));
    }

    /** What items of all types have, as read from one of them. */
    void deriveCommon(ResourceType type) {
        result.put(
                "DocumentProperties",
                common(schema(type.document(), true)).description("What every document can say, as it is written."));
        result.put("ItemProperties", SystemProperties.around(common(schema(type.document(), false))));
    }

    private static Schema common(Schema document) {
        var common = new LinkedHashMap<>(document.getProperties());
        common.keySet().retainAll(COMMON);
        return document.required(null).properties(common);
    }

    private Schema own(ResourceType type, boolean written) {
        var schema = schema(type.document(), written);
        COMMON.forEach(schema::removeProperty);
        return schema;
    }

    private static Schema extended(String common, Schema own) {
        return own.allOf(Stream.concat(
                        Stream.of(reference(common)),
                        Optional.ofNullable(own.getAllOf()).stream().flatMap(List::stream))
                .toList());
    }

    /** What problem documents say beside the members of RFC 9457, each only where it means something. */
    void describeProblemMembers() {
        original("Problem")
                .addProperty("tombstone", reference("Tombstone"))
                .addProperty("revision", reference("CurrentRevision"))
                .addProperty("changes", reference("ChangesSince"))
                .addProperty("referrers", reference("Referrers"))
                .addProperty(
                        "restart",
                        createSchema()
                                .addType(SchemaType.STRING)
                                .format("uri")
                                .maxLength(8000)
                                .description("Where to begin to pull anew."));
    }

    void deriveRequest(Class<?> request) {
        var name = request.getSimpleName();
        result.put(name, schema(request, true).description(original(name).getDescription()));
    }

    /** An item of any type, which generated clients tell apart by a property, and a page of such. */
    void deriveAny(List<ResourceType> types) {
        var any = createSchema()
                .description("An item of the type that `type` says.")
                .discriminator(createDiscriminator().propertyName("type"));
        types.forEach(type -> {
            var name = type.document().getSimpleName();
            any.addOneOf(reference(name)).getDiscriminator().addMapping(type.name(), PATH + name);
        });
        result.put("AnyItem", any);
        result.put("AnyPage", page(reference("AnyItem")));
        result.put("DraftPage", page(reference("DraftProperties")));
    }

    private static Schema page(Schema item) {
        var items = createSchema()
                .addType(SchemaType.ARRAY)
                .description("The items.")
                .maxItems(100)
                .items(item);
        var page = createSchema().addType(SchemaType.OBJECT).description("A page of a list.");
        return extended("PageProperties", page.required(List.of("data")).addProperty("data", items));
    }

    private void deriveNested(Class<?> record) {
        for (var property : Shape.of(record).properties()) {
            var nested = property.kind() == Kind.NESTED || property.kind() == Kind.EXTENT;
            if (nested && differs(property.type())) {
                deriveNested(property.type());
                var name = property.type().getSimpleName();
                result.put(name + "Document", schema(property.type(), true));
                var asRead = schema(property.type(), false);
                result.put(name, property.kind() == Kind.EXTENT ? withDerived(asRead) : asRead);
            }
        }
    }

    /** Whether a record is read otherwise than it is written. */
    private static boolean differs(Class<?> record) {
        return Shape.of(record).properties().stream().anyMatch(property -> switch (property.kind()) {
            case TEXT, MARKDOWN, REFERENCE, EXTENT -> true;
            case NESTED -> differs(property.type());
            case PLAIN -> false;
        });
    }

    private Schema schema(Class<?> record, boolean written) {
        var original = original(record.getSimpleName());
        var schema = createSchema()
                .addType(SchemaType.OBJECT)
                .description(original.getDescription() + (written ? " As it is written." : ""));
        var originals = Optional.ofNullable(original.getProperties()).orElse(Map.of());
        for (var property : Shape.of(record).properties()) {
            schema.addProperty(property.name(), property(property, originals.get(property.name()), written));
        }
        if (original.getRequired() != null) {
            var required = new ArrayList<>(original.getRequired());
            // A draft may lack the one, and a reader may not see the other.
            Shape.of(record).properties().stream()
                    .filter(property ->
                            written ? property.annotation(Needed.class).isPresent() : property.kind() == Kind.REFERENCE)
                    .forEach(property -> required.remove(property.name()));
            schema.required(required);
        }
        return schema;
    }

    private Schema original(String name) {
        return Optional.ofNullable(read.get(name))
                .orElseThrow(() -> new IllegalStateException(name + " needs a @Schema on its record"));
    }

    private Schema property(Property property, @Nullable Schema original, boolean written) {
        if (original == null) {
            throw new IllegalStateException(property.field() + " needs a @Schema");
        }
        var value = value(property, property.many() ? original.getItems() : original, written);
        if (!property.many()) {
            return value.description(original.getDescription());
        }
        return createSchema()
                .addType(SchemaType.ARRAY)
                .description(original.getDescription())
                .maxItems(original.getMaxItems())
                .items(value);
    }

    private Schema value(Property property, Schema original, boolean written) {
        var name = property.type().getSimpleName();
        return switch (property.kind()) {
            case PLAIN -> plain(property, original);
            case TEXT, MARKDOWN -> written ? reference("LocalizedText") : text(property);
            case REFERENCE -> reference(written ? "RefDocument" : "Ref");
            case EXTENT -> reference(written ? name + "Document" : name);
            case NESTED -> reference(written && differs(property.type()) ? name + "Document" : name);
        };
    }

    /** A text in one language; rendered Markdown may be longer than it was written. */
    private static Schema text(Property property) {
        var max = property.annotation(Text.class).map(Text::max).orElse(1000);
        return createSchema().addType(SchemaType.STRING).maxLength(property.kind() == Kind.MARKDOWN ? max * 10 : max);
    }

    private static Schema plain(Property property, Schema original) {
        if (property.type() == OffsetDateTime.class) {
            return formatted("date-time", 40, original);
        }
        return property.type() == URI.class ? formatted("uri", 2000, original) : original;
    }

    private static Schema formatted(String format, int maxLength, Schema original) {
        return createSchema()
                .addType(SchemaType.STRING)
                .format(format)
                .maxLength(maxLength)
                .examples(original.getExamples());
    }

    /** What is given out beside the written extent. */
    private static Schema withDerived(Schema extent) {
        return extent.addProperty("earliest", bound("The first date it may reach back to, no finer than known."))
                .addProperty("latest", bound("The last date it may reach to, no finer than known."))
                .addProperty(
                        "precision",
                        SystemProperties.words(
                                "How precisely it is known, by its coarser end.",
                                Arrays.stream(Precision.values()).map(Precision::name)))
                .addProperty("approximate", flag("Whether it is only approximately known."))
                .addProperty("uncertain", flag("Whether it is not certain."))
                .addProperty("openEnd", flag("Whether it goes on."))
                .addProperty(
                        "display",
                        SystemProperties.text("The same for people, in the language of the answer.", 400)
                                .addExample("Juni 2020"));
    }

    private static Schema bound(String description) {
        return SystemProperties.text(description, 10).addExample("2020-06");
    }

    static Schema flag(String description) {
        return createSchema().addType(SchemaType.BOOLEAN).description(description);
    }

    static Schema reference(String name) {
        return createSchema().ref(PATH + name);
    }
}
