package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import de.stadtchronik.content.Copy;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Says what stands in the addresses of administration: once, though many operations have it. */
final class PathParameters {

    private PathParameters() {}

    static void complete(OpenAPI document) {
        describe(document, "/v1/admin/keys/{id}", "id", "The id of the key.", PathParameters::id);
        describe(document, "/v1/webhooks/{id}", "id", "The id of the webhook.", PathParameters::id);
        describe(
                document,
                "/v1/admin/harvest-sources/{name}",
                "name",
                "The name of the source.",
                PathParameters::nameOfSource);
    }

    private static void describe(
            OpenAPI document, String start, String name, String description, Supplier<Schema> schema) {
        document.getPaths().getPathItems().entrySet().stream()
                .filter(path -> path.getKey().startsWith(start))
                .flatMap(path -> path.getValue().getOperations().values().stream())
                .forEach(operation -> operation.setParameters(operation.getParameters().stream()
                        .map(given -> isIt(given, name) ? parameter(name, description, schema.get()) : given)
                        .toList()));
    }

    private static boolean isIt(Parameter given, String name) {
        return given.getIn() == In.PATH && name.equals(given.getName());
    }

    private static Parameter parameter(String name, String description, Schema schema) {
        return createParameter()
                .description(description)
                .schema(schema)
                .name(name)
                .in(In.PATH)
                .required(true);
    }

    private static Schema id() {
        return createSchema().addType(SchemaType.STRING).format("uuid").maxLength(36);
    }

    private static Schema nameOfSource() {
        return createSchema()
                .addType(SchemaType.STRING)
                .maxLength(Copy.LONGEST_SOURCE)
                .pattern(Copy.SOURCE);
    }
}
