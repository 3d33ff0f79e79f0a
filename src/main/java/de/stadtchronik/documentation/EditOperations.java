package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.editing.ArchiveRequest;
import de.stadtchronik.editing.MergeRequest;
import de.stadtchronik.editing.PreviewRequest;
import de.stadtchronik.editing.PublishRequest;
import de.stadtchronik.editing.RestoreRequest;
import de.stadtchronik.editing.ScheduleRequest;
import de.stadtchronik.editing.WithdrawRequest;
import de.stadtchronik.query.WriteParameters;
import de.stadtchronik.reading.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Completes what can be done with the items of a type beside reading them: typed, with bodies that work. */
record EditOperations(OpenAPI document, Components components) {

    private static final String JSON = "application/json";

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
            "422", "InvalidDocument",
            "428", "PreconditionRequired");

    static Collection<Class<?>> requests() {
        return REQUESTS.values();
    }

    void complete(ResourceType type) {
        var examples = new EditExamples(type);
        var name = type.document().getSimpleName();
        var draft = components.response(
                name + "Draft",
                shown("The item as editors see it; with `dryRun=true`, as it would be then.", name + "Draft"));
        var created = components.response(
                name + "Created",
                shown("The draft, at `Location`.", name + "Draft")
                        .addHeader("Location", Operations.header("Location")));
        for (var edit : Edit.values()) {
            var operations = document.getPaths()
                    .getPathItem("/v1/" + type.path() + edit.path)
                    .getOperations();
            var operation = Optional.ofNullable(operations.get(edit.method))
                    .orElseThrow()
                    .tags(List.of("Editing " + type.path().replace('-', ' ')))
                    .operationId(edit.operationId(name))
                    .summary(edit.summary)
                    .description(edit.description)
                    .parameters(parameters(edit, type))
                    .requestBody(requestBody(edit, name, examples))
                    .responses(createAPIResponses());
            successes(edit, draft, created).forEach(operation.getResponses()::addAPIResponse);
            Operations.answer(
                    operation, edit.failures().stream().collect(Collectors.toMap(status -> status, FAILURES::get)));
        }
    }

    private List<Parameter> parameters(Edit edit, ResourceType type) {
        var parameters = new ArrayList<Parameter>();
        if (edit.path.contains("{idOrSlug}")) {
            parameters.add(Components.parameter(type.path() + ".idOrSlug"));
        }
        if (edit == Edit.UPSERT) {
            Stream.of("system", "externalId", "by-source.If-Match", "If-None-Match")
                    .map(Components::parameter)
                    .forEach(parameters::add);
        }
        if (edit.needsRevision()) {
            parameters.add(Components.parameter("If-Match"));
        }
        if (edit.method == HttpMethod.POST && edit.writes()) {
            parameters.add(Components.parameter("Idempotency-Key"));
        }
        if (edit.writes()) {
            var known = edit == Edit.DELETE ? WriteParameters.ofDeletion() : WriteParameters.usual();
            parameters.addAll(components.of(type.path(), known));
        }
        return parameters;
    }

    private @Nullable RequestBody requestBody(Edit edit, String name, EditExamples examples) {
        return switch (edit.body) {
            case NONE -> null;
            case DOCUMENT -> {
                var required = Optional.ofNullable(
                                document.getComponents().getSchemas().get(name))
                        .map(Schema::getRequired)
                        .orElse(List.of());
                var body = body(name + "Document", true, examples.document(required));
                body.getContent()
                        .addMediaType(
                                Answer.AS_WRITTEN,
                                createMediaType().schema(RecordSchemas.reference(name + "Document")));
                yield components.body(name + "Document", body);
            }
            case PATCH -> Components.body("MergePatch");
            case REQUEST -> {
                var request =
                        Optional.ofNullable(REQUESTS.get(edit)).orElseThrow().getSimpleName();
                var required = edit == Edit.SCHEDULE || edit == Edit.RESTORE || edit == Edit.MERGE;
                var body = body(request, required, examples.request(edit));
                // Its example names an item of the type.
                yield edit == Edit.MERGE ? body : components.body(request, body);
            }
        };
    }

    private static RequestBody body(String schema, boolean required, Optional<Object> example) {
        var content = createMediaType().schema(RecordSchemas.reference(schema));
        example.ifPresent(content::example);
        return createRequestBody().required(required).content(createContent().addMediaType(JSON, content));
    }

    private Map<String, APIResponse> successes(Edit edit, APIResponse draft, APIResponse created) {
        return switch (edit.success) {
            case "Created", "Upserted" -> Map.of("200", draft, "201", created);
            case "Item" -> Map.of("200", draft);
            case "NoContent" -> Map.of("204", Components.response("Deleted"));
            default -> Map.of("200", components.response(edit.success, answer("The answer.", JSON, edit.success)));
        };
    }

    private static APIResponse shown(String description, String schema) {
        return answer(description, Answer.AS_WRITTEN, schema).addHeader("ETag", Operations.header("Revision"));
    }

    private static APIResponse answer(String description, String mediaType, String schema) {
        return createAPIResponse()
                .description(description)
                .content(createContent()
                        .addMediaType(mediaType, createMediaType().schema(RecordSchemas.reference(schema))));
    }
}
