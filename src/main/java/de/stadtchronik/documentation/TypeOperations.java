package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import de.stadtchronik.content.Parameter;
import de.stadtchronik.content.Reader;
import de.stadtchronik.content.ResourceType;
import de.stadtchronik.text.Slug;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Completes the operations of one type: their parameters, which the type's filters define, and their answers. */
final class TypeOperations {

    private final ResourceType type;
    private final OpenAPI document;
    private final SharedParameters shared;
    private final String schema;

    TypeOperations(ResourceType type, OpenAPI document, SharedParameters shared) {
        this.type = type;
        this.document = document;
        this.shared = shared;
        this.schema = type.document().getSimpleName();
    }

    void complete() {
        var collection = "/v1/" + type.path();
        completeList(get(collection));
        completeItem(get(collection + "/{idOrSlug}"));
    }

    private Operation get(String path) {
        return document.getPaths().getPathItem(path).getGET();
    }

    private void completeList(Operation list) {
        list.description("Published items only. Without `sort`, the order is `" + type.defaultSort() + "`.")
                .parameters(parameters(Reader.listParameters(type)))
                .responses(createAPIResponses()
                        .addAPIResponse(
                                "200",
                                ok("A page of the list.", RecordSchemas.reference(schema + "Page"), "-list")
                                        .addHeader("Link", createHeader().ref("#/components/headers/Link")))
                        .addAPIResponse("304", response("NotModified"))
                        .addAPIResponse("400", response("InvalidParameters"))
                        .addAPIResponse("406", response("NotAcceptable"))
                        .addAPIResponse("500", response("InternalError")));
    }

    private void completeItem(Operation item) {
        var parameters = new ArrayList<org.eclipse.microprofile.openapi.models.parameters.Parameter>();
        parameters.add(idOrSlug());
        parameters.addAll(parameters(Reader.itemParameters(type)));
        item.description("A published item, by its id or its slug.")
                .parameters(parameters)
                .responses(createAPIResponses()
                        .addAPIResponse("200", ok("The item.", item(schema), ""))
                        .addAPIResponse("304", response("NotModified"))
                        .addAPIResponse("400", response("InvalidParameters"))
                        .addAPIResponse("404", response("NotFound"))
                        .addAPIResponse("406", response("NotAcceptable"))
                        .addAPIResponse("500", response("InternalError")));
    }

    /** An item as read, or, for {@code lang=*}, as it was written. */
    static Schema item(String schema) {
        return createSchema()
                .addAnyOf(RecordSchemas.reference(schema))
                .addAnyOf(RecordSchemas.reference(schema + "Document"));
    }

    private APIResponse ok(String description, Schema body, String suffix) {
        var json = createMediaType().schema(body);
        Examples.of(type.path() + suffix).ifPresent(json::example);
        return createAPIResponse()
                .description(description)
                .addHeader("ETag", createHeader().ref("#/components/headers/ETag"))
                .addHeader("Last-Modified", createHeader().ref("#/components/headers/Last-Modified"))
                .addHeader("Content-Language", createHeader().ref("#/components/headers/Content-Language"))
                .content(createContent().addMediaType("application/json", json));
    }

    private static APIResponse response(String name) {
        return createAPIResponse().ref("#/components/responses/" + name);
    }

    private org.eclipse.microprofile.openapi.models.parameters.Parameter idOrSlug() {
        return createParameter()
                .name("idOrSlug")
                .in(In.PATH)
                .required(true)
                .description("The id (a UUID) or the slug.")
                .example(type.exampleSlug())
                .schema(createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(Slug.MAX_LENGTH)
                        .pattern(Slug.PATTERN));
    }

    private List<org.eclipse.microprofile.openapi.models.parameters.Parameter> parameters(List<Parameter> parameters) {
        return parameters.stream().map(shared::at).toList();
    }
}
