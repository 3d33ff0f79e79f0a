package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.feed.FeedQuestion;
import de.stadtchronik.listing.Listing;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.reading.VersionList;
import de.stadtchronik.text.Slug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Completes how items are read: the parameters, which the lists define, and the answers, but for those of every operation. */
record Operations(OpenAPI document, Components components) {

    /** Everybody may ask; a key shows more. */
    private static final List<SecurityRequirement> MAYBE_A_KEY =
            List.of(createSecurityRequirement(), createSecurityRequirement().addScheme("key"));

    private static final Map<String, String> OF_A_LIST = Map.of("304", "NotModified", "400", "InvalidParameters");

    private static final Map<String, String> OF_AN_ITEM =
            Map.of("304", "NotModified", "308", "Moved", "400", "InvalidParameters", "404", "NotFound", "410", "Gone");

    /** The list of a type, its single items and their versions. */
    void complete(ResourceType type, Listing listing) {
        var schema = type.document().getSimpleName();
        completeList(listing, schema + "Page");
        var idOrSlug = components.parameter(type.path() + ".idOrSlug", idOrSlug(type));
        var item = components.response(schema, ok("The item.", schema, schema + "Draft", Examples.of(type.path())));
        var path = "/v1/" + type.path() + "/{idOrSlug}";
        complete(path, item, idOrSlug, components.of(type.path(), listing.itemParameters()))
                .description(
                        "A published item, by its id or its slug. A slug that it had leads on to it (308); what was"
                                + " public and is no more answers 410 with a tombstone. With `view=draft` or `preview`: the draft.");
        complete(
                        path + "/versions",
                        components.response("VersionPage", ok("The versions, newest first.", "VersionPage")),
                        idOrSlug,
                        components.of("versions", VersionList.parameters()))
                .operationId("list" + schema + "Versions")
                .summary("List the published versions")
                .description("Newest first. Each can be cited by its own address.");
        var version = new ArrayList<>(List.of(Components.parameter("version")));
        version.addAll(components.of(type.path(), listing.versionParameters()));
        complete(path + "/versions/{version}", item, idOrSlug, version)
                .operationId("get" + schema + "Version")
                .summary("Get a published version")
                .description("The item as it was published then, with labels of today on its references.");
        var comparison = new ArrayList<>(List.of(Components.parameter("version")));
        comparison.addAll(components.of("versions", VersionList.differenceParameters()));
        complete(
                        path + "/versions/{version}/diff",
                        components.response("VersionDifference", ok("What changed.", "VersionDifference")),
                        idOrSlug,
                        comparison)
                .operationId("diff" + schema + "Version")
                .summary("Compare two versions")
                .description("Field by field, texts by words; without `from` against the version before.");
    }

    void complete(Listing everything) {
        completeList(everything, "AnyPage");
    }

    /** What partners pull, by the parameters that the feed defines. */
    void completePulling(Collection<ResourceType> types) {
        Map.of("/v1/changes", FeedQuestion.parameters(types), "/v1/manifest", FeedQuestion.manifestParameters(types))
                .forEach((path, known) -> Optional.ofNullable(
                                document.getPaths().getPathItem(path))
                        .ifPresent(item -> answer(
                                item.getGET().parameters(components.of("feed", known)),
                                Map.of("400", "InvalidParameters", "410", "CursorExpired"))));
    }

    private void completeList(Listing listing, String schema) {
        var page = ok("A page of the list.", schema, "DraftPage", Examples.of(listing.path() + "-list"))
                .addHeader("Link", header("Link"));
        var list = get("/v1/" + listing.path());
        list.description("Published items only, but with `view=draft`. Without `sort`, the order is `"
                        + listing.defaultSort() + "`.")
                .parameters(components.of(listing.path(), listing.parameters()))
                .security(MAYBE_A_KEY)
                .responses(createAPIResponses().addAPIResponse("200", page));
        answer(list, OF_A_LIST);
    }

    private Operation complete(String path, APIResponse ok, Parameter idOrSlug, List<Parameter> parameters) {
        var all = new ArrayList<>(List.of(idOrSlug));
        all.addAll(parameters);
        var read = get(path).parameters(all).security(MAYBE_A_KEY);
        read.responses(createAPIResponses().addAPIResponse("200", ok));
        answer(read, OF_AN_ITEM);
        return read;
    }

    private Operation get(String path) {
        return document.getPaths().getPathItem(path).getGET();
    }

    /** What is answered beside success, by status. */
    static void answer(Operation operation, Map<String, String> names) {
        var responses = operation.getResponses();
        names.forEach((status, name) -> responses.addAPIResponse(status, Components.response(name)));
    }

    /** What has another schema, and a media type of its own, with {@code lang=*} and {@code view=draft}. */
    private static APIResponse ok(String description, String schema, String asWritten, Optional<Object> example) {
        var response = ok(description, schema);
        example.ifPresent(response.getContent().getMediaType("application/json")::example);
        response.getContent()
                .addMediaType(Answer.AS_WRITTEN, createMediaType().schema(RecordSchemas.reference(asWritten)));
        return response;
    }

    private static APIResponse ok(String description, String schema) {
        var json = createMediaType().schema(RecordSchemas.reference(schema));
        return createAPIResponse()
                .description(description)
                .addHeader("ETag", header("ETag"))
                .addHeader("Last-Modified", header("Last-Modified"))
                .addHeader("Content-Language", header("Content-Language"))
                .content(createContent().addMediaType("application/json", json));
    }

    static Header header(String name) {
        return createHeader().ref("#/components/headers/" + name);
    }

    private static Parameter idOrSlug(ResourceType type) {
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
}
