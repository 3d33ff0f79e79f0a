package de.stadtchronik.documentation;

import de.stadtchronik.audit.Question;
import de.stadtchronik.harvest.SourcePage;
import de.stadtchronik.partner.PartnerQuestion;
import de.stadtchronik.query.IdCursor;
import de.stadtchronik.query.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Says of every operation what is answered whatever it is about, and of those that need a key that they do. */
final class Administration {

    private static final String API = "/v1/";
    private static final Set<String> TAGS = Set.of("Administration", "Webhooks", "Harvesting");

    private static final Map<String, List<Parameter>> LISTS = Map.of(
            "admin/audit", Question.PARAMETERS,
            "admin/partners", PartnerQuestion.PARAMETERS,
            "admin/keys", IdCursor.PARAMETERS,
            "admin/harvest-sources", SourcePage.PARAMETERS,
            "admin/harvest-sources/{name}/rejects", IdCursor.PARAMETERS,
            "webhooks", IdCursor.PARAMETERS,
            "webhooks/{id}/deliveries", IdCursor.PARAMETERS);

    /** The owners of what stands in the addresses. */
    private static final Map<String, String> SEGMENTS = Map.of(
            "admin/keys/{id}", "keys.", "webhooks/{id}", "webhooks.", "admin/harvest-sources/{name}", "sources.");

    private Administration() {}

    static void complete(OpenAPI document, Components components) {
        var paths = document.getPaths().getPathItems();
        LISTS.forEach((list, known) -> Optional.ofNullable(paths.get(API + list))
                .ifPresent(path -> components
                        .of(known == IdCursor.PARAMETERS ? "ids" : list.replace("admin/", ""), known)
                        .forEach(path.getGET()::addParameter)));
        Optional.ofNullable(paths.get(API + "admin/harvest-sources/{name}"))
                .ifPresent(path ->
                        components.of("sources", List.of(SourcePage.PURGE)).forEach(path.getDELETE()::addParameter));
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            SEGMENTS.forEach((start, owner) -> {
                if (path.startsWith(API + start)) {
                    operation.setParameters(operation.getParameters().stream()
                            .map(given ->
                                    given.getIn() == In.PATH ? Components.parameter(owner + given.getName()) : given)
                            .toList());
                }
            });
            if (isAdministration(operation) && !path.endsWith("/export")) {
                completeState(path, method, operation);
            }
            if (path.startsWith("/v1")) {
                // What the extension says of every operation that needs a key.
                Set.of("401", "403").forEach(operation.getResponses()::removeAPIResponse);
                Operations.answer(operation, Map.of("default", "Problem"));
                if (LISTS.keySet().stream().anyMatch(list -> path.startsWith(API + list))) {
                    Operations.answer(operation, Map.of("400", "InvalidParameters"));
                    if (path.contains("{")) {
                        Operations.answer(operation, Map.of("404", "NotFound"));
                    }
                }
                var responses = operation.getResponses();
                responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
            }
            if (isAdministration(operation) || (path.startsWith(API) && method != HttpMethod.GET)) {
                operation.security(null); // Then it needs a key.
            } else if (operation.getSecurity() == null) {
                operation.security(List.of());
            }
        }));
    }

    /** What is read can be asked for again, and what is changed be named by its state. */
    private static void completeState(String path, HttpMethod method, Operation operation) {
        if (method == HttpMethod.GET) {
            Operations.answer(operation, Map.of("304", "NotModified"));
            Optional.of(operation.getResponses().getAPIResponse("200"))
                    .filter(response -> response.getRef() == null)
                    .ifPresent(response -> response.addHeader("ETag", Operations.header("State")));
        } else if (path.contains("{") && !path.endsWith("/ping")) {
            operation.addParameter(Components.parameter("admin.If-Match"));
            Operations.answer(operation, Map.of("412", "StaleRevision"));
        }
    }

    private static boolean isAdministration(Operation operation) {
        return operation.getTags() != null && operation.getTags().stream().anyMatch(TAGS::contains);
    }
}
