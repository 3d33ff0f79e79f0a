package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import de.stadtchronik.audit.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every operation that needs a key that it does, and what is answered without one. */
final class Administration {

    private static final String API = "/v1/";
    private static final String ADMIN = "/v1/admin/";
    private static final String TAG = "Administration";

    /** What is answered where it goes wrong, whatever the operation is. */
    private static final Map<String, String> EVERYWHERE = Map.of(
            "401", "Unauthenticated",
            "403", "Forbidden",
            "406", "NotAcceptable",
            "429", "TooManyRequests",
            "500", "InternalError");

    private static final Map<String, String> WITH_BODY = Map.of("413", "BodyTooLarge", "415", "UnsupportedMediaType");

    private Administration() {}

    static void complete(OpenAPI document, SharedParameters parameters) {
        Optional.ofNullable(document.getPaths().getPathItem(ADMIN + "audit"))
                .ifPresent(audit -> audit.getGET()
                        .parameters(
                                Question.PARAMETERS.stream().map(parameters::at).toList()));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    if (isAdministration(operation) || (path.startsWith(API) && method != HttpMethod.GET)) {
                        protect(operation);
                    }
                }));
    }

    private static boolean isAdministration(Operation operation) {
        return operation.getTags() != null && operation.getTags().contains(TAG);
    }

    private static void protect(Operation operation) {
        Map<String, APIResponse> responses =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        EVERYWHERE.forEach((status, name) -> responses.put(status, response(name)));
        if (operation.getRequestBody() != null) {
            WITH_BODY.forEach((status, name) -> responses.put(status, response(name)));
        }
        operation.getResponses().setAPIResponses(responses);
        operation.security(List.of(createSecurityRequirement().addScheme("key")));
    }

    private static APIResponse response(String name) {
        return createAPIResponse().ref("#/components/responses/" + name);
    }
}
