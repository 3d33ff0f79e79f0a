package de.stadtchronik.documentation;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.feed.FeedQuestion;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Completes what partners pull: the parameters, which the feed defines, and what is answered where they are wrong. */
final class Pulling {

    private Pulling() {}

    static void complete(OpenAPI document, Collection<ResourceType> types, Components components) {
        Map.of("/v1/changes", FeedQuestion.parameters(types), "/v1/manifest", FeedQuestion.manifestParameters(types))
                .forEach((path, known) -> Optional.ofNullable(
                                document.getPaths().getPathItem(path))
                        .ifPresent(item -> Operations.answer(
                                item.getGET().parameters(components.of("feed", known)),
                                Map.of("400", "InvalidParameters", "410", "CursorExpired"))));
    }
}
