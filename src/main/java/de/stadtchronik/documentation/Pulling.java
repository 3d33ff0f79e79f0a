package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;

import de.stadtchronik.content.FeedQuestion;
import de.stadtchronik.content.Parameter;
import de.stadtchronik.content.ResourceType;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Completes what partners pull: the parameters, which the feed defines, and what is answered where they are wrong. */
final class Pulling {

    private Pulling() {}

    static void complete(OpenAPI document, Collection<ResourceType> types, SharedParameters parameters) {
        complete(document, "/v1/changes", FeedQuestion.parameters(types), parameters);
        complete(document, "/v1/manifest", FeedQuestion.manifestParameters(types), parameters);
    }

    private static void complete(OpenAPI document, String path, List<Parameter> known, SharedParameters parameters) {
        var operation = document.getPaths().getPathItem(path).getGET();
        operation.parameters(known.stream().map(parameters::at).toList());
        operation
                .getResponses()
                .addAPIResponse("400", createAPIResponse().ref("#/components/responses/InvalidParameters"))
                .addAPIResponse("410", createAPIResponse().ref("#/components/responses/CursorExpired"));
    }
}
