package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import de.stadtchronik.audit.Question;
import de.stadtchronik.content.IdCursor;
import de.stadtchronik.harvest.SourcePage;
import de.stadtchronik.partner.PartnerQuestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every operation what is answered whatever it is about, and of those that need a key that they do. */
final class Administration {

    private static final String API = "/v1/";
    private static final Set<String> TAGS = Set.of("Administration", "Webhooks", "Harvesting");

    /** What is answered where it goes wrong, whatever the operation is. A key that is none is refused even where none is needed. */
    private static final Map<String, String> EVERYWHERE = Map.of(
            "401", "Unauthenticated",
            "406", "NotAcceptable",
            "429", "TooManyRequests",
            "500", "InternalError");

    private static final Map<String, String> WITH_KEY = Map.of("403", "Forbidden");

    private static final Map<String, String> WITH_BODY = Map.of("413", "BodyTooLarge", "415", "UnsupportedMediaType");

    private Administration() {}

    static void complete(OpenAPI document, SharedParameters parameters) {
        Map.of(
                        "admin/audit",
                        Question.PARAMETERS,
                        "admin/partners",
                        PartnerQuestion.PARAMETERS,
                        "admin/keys",
                        IdCursor.PARAMETERS,
                        "admin/harvest-sources",
                        SourcePage.PARAMETERS,
                        "admin/harvest-sources/{name}/rejects",
                        IdCursor.PARAMETERS,
                        "webhooks",
                        IdCursor.PARAMETERS,
                        "webhooks/{id}/deliveries",
                        IdCursor.PARAMETERS)
                .forEach((list, known) -> Optional.ofNullable(
                                document.getPaths().getPathItem(API + list))
                        .ifPresent(path -> known.stream().map(parameters::at).forEach(path.getGET()::addParameter)));
        Optional.ofNullable(document.getPaths().getPathItem(API + "admin/harvest-sources/{name}"))
                .ifPresent(path ->
                        SourcePage.OF_DELETION.stream().map(parameters::at).forEach(path.getDELETE()::addParameter));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    if (path.startsWith(API)) {
                        add(EVERYWHERE, operation);
                    }
                    if (isAdministration(operation) || (path.startsWith(API) && method != HttpMethod.GET)) {
                        protect(operation);
                    }
                }));
    }

    private static boolean isAdministration(Operation operation) {
        return operation.getTags() != null && operation.getTags().stream().anyMatch(TAGS::contains);
    }

    private static void protect(Operation operation) {
        add(WITH_KEY, operation);
        if (operation.getRequestBody() != null) {
            add(WITH_BODY, operation);
        }
        operation.security(List.of(createSecurityRequirement().addScheme("key")));
    }

    private static void add(Map<String, String> answers, Operation operation) {
        Map<String, APIResponse> responses =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        answers.forEach((status, name) -> responses.put(status, response(name)));
        operation.getResponses().setAPIResponses(responses);
    }

    private static APIResponse response(String name) {
        return createAPIResponse().ref("#/components/responses/" + name);
    }
}
