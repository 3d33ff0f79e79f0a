package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import de.stadtchronik.content.Listing;
import de.stadtchronik.content.ResourceType;
import de.stadtchronik.content.WriteParameters;
import de.stadtchronik.editing.ArchiveRequest;
import de.stadtchronik.editing.MergeRequest;
import de.stadtchronik.editing.PreviewRequest;
import de.stadtchronik.editing.PublishRequest;
import de.stadtchronik.editing.RestoreRequest;
import de.stadtchronik.editing.ScheduleRequest;
import de.stadtchronik.editing.WithdrawRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Completes what can be done with the items of a type beside reading them: typed, with bodies that work. */
record EditOperations(OpenAPI document, Operations reading) {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String JSON = "application/json";

    /** What the bodies of actions are. */
    private static final Map<Edit, Class<?>> REQUESTS = Map.of(
            Edit.PUBLISH, PublishRequest.class,
            Edit.SCHEDULE, ScheduleRequest.class,
            Edit.WITHDRAW, WithdrawRequest.class,
            Edit.ARCHIVE, ArchiveRequest.class,
            Edit.RESTORE, RestoreRequest.class,
            Edit.MERGE, MergeRequest.class,
            Edit.PREVIEW, PreviewRequest.class);

    /** Which shared response stands for a status. */
    private static final Map<String, String> FAILURES = Map.of(
            "400", "MalformedRequest",
            "404", "NotFound",
            "409", "Conflict",
            "410", "Gone",
            "412", "StaleRevision",
            "413", "BodyTooLarge",
            "415", "UnsupportedMediaType",
            "422", "InvalidDocument",
            "428", "PreconditionRequired",
            "500", "InternalError");

    static Collection<Class<?>> requests() {
        return REQUESTS.values();
    }

    void complete(ResourceType type, Listing listing) {
        var examples = new EditExamples(type);
        for (var edit : Edit.values()) {
            complete(operation(type, edit.path, edit.method), edit, type, examples);
        }
        completeVersions(type, listing);
    }

    private Operation operation(ResourceType type, String path, HttpMethod method) {
        var operations =
                document.getPaths().getPathItem("/v1/" + type.path() + path).getOperations();
        return Optional.ofNullable(operations.get(method)).orElseThrow();
    }

    private void complete(Operation operation, Edit edit, ResourceType type, EditExamples examples) {
        var name = type.document().getSimpleName();
        var parameters = new ArrayList<org.eclipse.microprofile.openapi.models.parameters.Parameter>();
        if (edit.path.contains("{idOrSlug}")) {
            parameters.add(Operations.idOrSlug(type));
        }
        if (edit == Edit.UPSERT) {
            parameters.add(segment("system", "The system that holds the original.", 100, "example"));
            parameters.add(segment("externalId", "Its key there, percent-encoded.", 200, "2020-1"));
            parameters.add(ifMatch(null).required(false));
            parameters.add(createParameter()
                    .name("If-None-Match")
                    .in(In.HEADER)
                    .description("`*` only creates.")
                    .schema(createSchema().addType(SchemaType.STRING).addEnumeration("*")));
        }
        if (edit.needsRevision()) {
            parameters.add(ifMatch(examples.revision()));
        }
        if (edit.method == HttpMethod.POST && edit.writes()) {
            parameters.add(createParameter().ref("#/components/parameters/Idempotency-Key"));
        }
        if (edit.writes()) {
            var known = edit == Edit.DELETE ? WriteParameters.ofDeletion() : WriteParameters.usual();
            parameters.addAll(reading.parameters(known));
        }
        operation
                .operationId(edit.operationId.formatted(name))
                .summary(edit.summary)
                .description(edit.description)
                .parameters(parameters)
                .requestBody(requestBody(edit, name, examples).orElse(null))
                .responses(createAPIResponses());
        successes(edit, name).forEach(operation.getResponses()::addAPIResponse);
        edit.failures()
                .forEach(status -> operation
                        .getResponses()
                        .addAPIResponse(
                                status, createAPIResponse().ref("#/components/responses/" + FAILURES.get(status))));
    }

    private Optional<RequestBody> requestBody(Edit edit, String name, EditExamples examples) {
        return switch (edit.body) {
            case NONE -> Optional.empty();
            case DOCUMENT -> {
                var required = Optional.ofNullable(
                                document.getComponents().getSchemas().get(name))
                        .map(Schema::getRequired)
                        .orElse(List.of());
                yield Optional.of(
                        body(JSON, RecordSchemas.reference(name + "Document"), true, examples.document(required)));
            }
            case PATCH -> {
                var schema = createSchema()
                        .addType(SchemaType.OBJECT)
                        .description("The properties of `" + name + "Document` that are to change.");
                var body = body(MERGE_PATCH, schema, true, examples.patch());
                body.getContent().addMediaType(JSON, body.getContent().getMediaType(MERGE_PATCH));
                yield Optional.of(body);
            }
            case REQUEST ->
                Optional.of(body(
                        JSON,
                        RecordSchemas.reference(request(edit)),
                        edit == Edit.SCHEDULE || edit == Edit.RESTORE || edit == Edit.MERGE,
                        examples.request(edit)));
        };
    }

    private static String request(Edit edit) {
        return Optional.ofNullable(REQUESTS.get(edit)).orElseThrow().getSimpleName();
    }

    private static RequestBody body(String format, Schema schema, boolean required, Optional<Object> example) {
        var content = createMediaType().schema(schema);
        example.ifPresent(content::example);
        return createRequestBody().required(required).content(createContent().addMediaType(format, content));
    }

    private static Map<String, APIResponse> successes(Edit edit, String name) {
        var draft = name + "Draft";
        return switch (edit.success) {
            case "Created" ->
                Map.of("201", created(draft), "200", shown("With `dryRun=true`: what would be created.", draft));
            case "Upserted" -> Map.of("201", created(draft), "200", shown("The item as editors see it.", draft));
            case "NoContent" -> Map.of("204", createAPIResponse().description("It is gone."));
            case "Item" -> Map.of("200", shown("The item as editors see it.", draft));
            default -> Map.of("200", plain("The answer.", edit.success));
        };
    }

    private static APIResponse created(String schema) {
        return shown("The draft, at `Location`.", schema).addHeader("Location", Operations.header("Location"));
    }

    private static APIResponse shown(String description, String schema) {
        return plain(description, schema).addHeader("ETag", Operations.header("Revision"));
    }

    private static APIResponse plain(String description, String schema) {
        return createAPIResponse()
                .description(description)
                .content(createContent().addMediaType(JSON, createMediaType().schema(RecordSchemas.reference(schema))));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter segment(
            String name, String description, int maxLength, String example) {
        return createParameter()
                .name(name)
                .in(In.PATH)
                .required(true)
                .description(description)
                .example(example)
                .schema(createSchema().addType(SchemaType.STRING).minLength(1).maxLength(maxLength));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter ifMatch(@Nullable String example) {
        return createParameter()
                .name("If-Match")
                .in(In.HEADER)
                .required(true)
                .description(
                        "The revision on which the change is based: the `ETag` of `view=draft` or of the last write.")
                .example(example)
                .schema(createSchema()
                        .addType(SchemaType.STRING)
                        .maxLength(100)
                        .pattern("^\"r[0-9]+\"(, *\"r[0-9]+\")*$"));
    }

    private void completeVersions(ResourceType type, Listing listing) {
        var name = type.document().getSimpleName();
        var path = "/{idOrSlug}/versions";
        reading.read(operation(type, path, HttpMethod.GET), type)
                .with(Listing.versionsParameters())
                .answers("The versions, newest first.", RecordSchemas.reference("VersionPage"))
                .named(
                        "list" + name + "Versions",
                        "List the published versions",
                        "Newest first. Each can be cited by its" + " own address.");
        reading.read(operation(type, path + "/{version}", HttpMethod.GET), type)
                .withVersion()
                .with(listing.versionParameters())
                .answers("The item as it was.", Operations.item(name))
                .named(
                        "get" + name + "Version",
                        "Get a published version",
                        "The item as it was published then, with" + " labels of today on its references.");
        reading.read(operation(type, path + "/{version}/diff", HttpMethod.GET), type)
                .withVersion()
                .with(Listing.differenceParameters())
                .answers("What changed.", RecordSchemas.reference("VersionDifference"))
                .named(
                        "diff" + name + "Version",
                        "Compare two versions",
                        "Field by field, texts by words; without `from`" + " against the version before.");
    }
}
