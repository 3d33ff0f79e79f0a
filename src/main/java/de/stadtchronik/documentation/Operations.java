package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import de.stadtchronik.content.Listing;
import de.stadtchronik.content.Parameter;
import de.stadtchronik.content.ResourceType;
import de.stadtchronik.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Completes the operations: their parameters, which the lists define, and their answers, but for those of every operation.
 */
record Operations(OpenAPI document, SharedParameters parameters) {

    /** Everybody may ask; a key shows more. */
    private static final List<SecurityRequirement> MAYBE_A_KEY =
            List.of(createSecurityRequirement(), createSecurityRequirement().addScheme("key"));

    /** The list and the single item of a type. */
    void complete(ResourceType type, Listing listing) {
        var collection = "/v1/" + type.path();
        var schema = type.document().getSimpleName();
        completeList(get(collection), listing, schema + "Page", Examples.of(type.path() + "-list"));
        completeItem(get(collection + "/{idOrSlug}"), type, listing, schema);
    }

    /** The list of all types. */
    void complete(Listing everything) {
        completeList(
                get("/v1/" + Listing.EVERYTHING), everything, "AnyPage", Examples.of(Listing.EVERYTHING + "-list"));
    }

    private Operation get(String path) {
        return document.getPaths().getPathItem(path).getGET();
    }

    private void completeList(Operation list, Listing listing, String schema, Optional<Object> example) {
        list.description("Published items only, but with `view=draft`. Without `sort`, the order is `"
                        + listing.defaultSort() + "`.")
                .parameters(parameters(listing.parameters()))
                .security(MAYBE_A_KEY)
                .responses(createAPIResponses()
                        .addAPIResponse(
                                "200",
                                ok("A page of the list.", RecordSchemas.reference(schema), example)
                                        .addHeader("Link", header("Link")))
                        .addAPIResponse("304", response("NotModified"))
                        .addAPIResponse("400", response("InvalidParameters"))
                        .addAPIResponse("403", response("Forbidden")));
    }

    private void completeItem(Operation item, ResourceType type, Listing listing, String schema) {
        var parameters = new ArrayList<org.eclipse.microprofile.openapi.models.parameters.Parameter>();
        parameters.add(idOrSlug(type));
        parameters.addAll(parameters(listing.itemParameters()));
        item.description(
                        "A published item, by its id or its slug. A slug that it had leads on to it (308); what was"
                                + " public and is no more answers 410 with a tombstone. With `view=draft` or `preview`: the draft.")
                .parameters(parameters)
                .security(MAYBE_A_KEY)
                .responses(createAPIResponses()
                        .addAPIResponse("200", ok("The item.", item(schema), Examples.of(type.path())))
                        .addAPIResponse("304", response("NotModified"))
                        .addAPIResponse("308", response("Moved"))
                        .addAPIResponse("400", response("InvalidParameters"))
                        .addAPIResponse("403", response("Forbidden"))
                        .addAPIResponse("404", response("NotFound"))
                        .addAPIResponse("410", response("Gone")));
    }

    /** An item as read, or, for {@code lang=*}, as it was written. */
    static Schema item(String schema) {
        return createSchema()
                .addAnyOf(RecordSchemas.reference(schema))
                .addAnyOf(RecordSchemas.reference(schema + "Document"));
    }

    /** A read of something about an item, to be completed step by step. */
    Read read(Operation operation, ResourceType type) {
        var parameters = new ArrayList<org.eclipse.microprofile.openapi.models.parameters.Parameter>();
        parameters.add(idOrSlug(type));
        operation.parameters(parameters);
        return new Read(operation, this);
    }

    /** The steps of completing such a read. */
    record Read(Operation operation, Operations operations) {

        Read withVersion() {
            operation.addParameter(createParameter().ref("#/components/parameters/version"));
            return this;
        }

        Read with(List<Parameter> parameters) {
            operations.parameters(parameters).forEach(operation::addParameter);
            return this;
        }

        Read answers(String description, Schema body) {
            operation
                    .security(MAYBE_A_KEY)
                    .responses(createAPIResponses()
                            .addAPIResponse("200", ok(description, body, Optional.empty()))
                            .addAPIResponse("304", response("NotModified"))
                            .addAPIResponse("308", response("Moved"))
                            .addAPIResponse("400", response("InvalidParameters"))
                            .addAPIResponse("404", response("NotFound"))
                            .addAPIResponse("410", response("Gone")));
            return this;
        }

        Read named(String operationId, String summary, String description) {
            operation.operationId(operationId).summary(summary).description(description);
            return this;
        }
    }

    private static APIResponse ok(String description, Schema body, Optional<Object> example) {
        var json = createMediaType().schema(body);
        example.ifPresent(json::example);
        return createAPIResponse()
                .description(description)
                .addHeader("ETag", header("ETag"))
                .addHeader("Last-Modified", header("Last-Modified"))
                .addHeader("Content-Language", header("Content-Language"))
                .content(createContent().addMediaType("application/json", json));
    }

    private static APIResponse response(String name) {
        return createAPIResponse().ref("#/components/responses/" + name);
    }

    static Header header(String name) {
        return createHeader().ref("#/components/headers/" + name);
    }

    static org.eclipse.microprofile.openapi.models.parameters.Parameter idOrSlug(ResourceType type) {
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

    List<org.eclipse.microprofile.openapi.models.parameters.Parameter> parameters(List<Parameter> parameters) {
        return parameters.stream().map(this.parameters::at).toList();
    }
}
