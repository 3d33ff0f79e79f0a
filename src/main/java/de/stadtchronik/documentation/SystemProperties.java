package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import de.stadtchronik.content.Status;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.time.Certainty;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What the service itself says of every item, around what its editor wrote. */
final class SystemProperties {

    private SystemProperties() {}

    /** What items of one type have of it. */
    static Schema of(ResourceType type, Schema document) {
        document.addRequired("type").addProperty("type", words("The type.", Stream.of(type.name())));
        if (type.timed()) {
            document.addProperty(
                    "certainty",
                    words(
                            "How surely it lies in the window of time that the list was narrowed to.",
                            Arrays.stream(Certainty.values()).map(Certainty::name)));
        }
        return document;
    }

    /** What items of all types have, with what every document can say among it. */
    static Schema around(Schema document) {
        var item = createSchema()
                .addType(SchemaType.OBJECT)
                .description("What every item has.")
                .required(List.of(
                        "id",
                        "url",
                        "title",
                        "status",
                        "version",
                        "createdAt",
                        "modifiedAt",
                        "slug",
                        "language",
                        "availableLanguages"))
                .addProperty("id", text("Never changes (UUIDv7).", 36).format("uuid"))
                .addProperty("url", text("The canonical address, by id.", 2000).format("uri"))
                .addProperty("title", text("What it is called.", 300))
                .addProperty("webUrl", text("The page for people.", 2000).format("uri"))
                .addProperty(
                        "status",
                        words(
                                "The public state.",
                                Arrays.stream(Status.values())
                                        .filter(Status::visible)
                                        .map(Status::name)))
                .addProperty(
                        "version",
                        createSchema()
                                .addType(SchemaType.INTEGER)
                                .description("Counts publications that changed something.")
                                .minimum(java.math.BigDecimal.ONE))
                .addProperty("createdAt", moment("When it came to be here."))
                .addProperty("modifiedAt", moment("When its published document last changed."))
                .addProperty("notice", text("What readers of an archived item are to know.", 2000));
        document.getProperties().forEach(item::addProperty);
        return item.addProperty(
                        "language",
                        text("The language of its texts (BCP 47).", 35).addExample("de"))
                .addProperty("availableLanguages", several("All languages in which it has texts.", 50, 35))
                .addProperty(
                        "fallback", RecordSchemas.flag("Whether some text is not there in the language asked for."))
                .addProperty(
                        "fallbackFields",
                        several("The properties some text of which is in another language.", 100, 60));
    }

    private static Schema several(String description, int maxItems, int maxLength) {
        return createSchema()
                .addType(SchemaType.ARRAY)
                .description(description)
                .maxItems(maxItems)
                .items(createSchema().addType(SchemaType.STRING).maxLength(maxLength));
    }

    static Schema text(String description, int maxLength) {
        return createSchema()
                .addType(SchemaType.STRING)
                .description(description)
                .maxLength(maxLength);
    }

    private static Schema moment(String description) {
        return text(description, 40).format("date-time");
    }

    static Schema words(String description, Stream<String> words) {
        return createSchema()
                .addType(SchemaType.STRING)
                .description(description)
                .enumeration(List.<Object>copyOf(words.toList()));
    }
}
