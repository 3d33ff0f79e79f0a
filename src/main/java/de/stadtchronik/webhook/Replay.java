package de.stadtchronik.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.problem.Body;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be sent again: one of the two. */
@Schema(name = "WebhookReplay", description = "What is to be sent again: one of the two.")
record Replay(
        @Schema(
                description = "The id of a message, which is sent again as it was.",
                implementation = String.class,
                format = "uuid",
                maxLength = 36)
        Optional<UUID> delivery,

        @Schema(
                description =
                        "A position in the change log: all that changed after it is told again, as far as the log reaches back.",
                implementation = Long.class,
                minimum = "0")
        Optional<Long> since) {

    private static final List<String> FIELDS = List.of("delivery", "since");

    /** @throws de.stadtchronik.problem.Problem INVALID_DOCUMENT */
    static Replay read(@Nullable JsonNode json) {
        var body = new Body(json);
        body.requireObject(FIELDS);
        var delivery = body.text("delivery")
                .filter(Slug::isUuidShaped)
                .map(text -> UUID.fromString(text.toLowerCase(Locale.ROOT)));
        var since = body.field("since")
                .filter(JsonNode::isIntegralNumber)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue)
                .filter(position -> position >= 0);
        if (body.field("delivery").isPresent() == body.field("since").isPresent()) {
            body.fault(
                    "",
                    "one-of",
                    new Words("Hier braucht es genau eines von beiden.", "This needs exactly one of the two."),
                    FIELDS);
        } else if (body.field("delivery").isPresent() && delivery.isEmpty()) {
            body.fault(
                    "/delivery", "not-an-id", new Words("Hier steht keine Id (UUID).", "There is no id (UUID) here."));
        } else if (body.field("since").isPresent() && since.isEmpty()) {
            noPosition(body);
        }
        body.finish();
        return new Replay(delivery, since);
    }

    /** @throws de.stadtchronik.problem.Problem INVALID_DOCUMENT if the log does not reach that far */
    void requireWithin(long head) {
        var body = new Body(null);
        since.filter(position -> position > head).ifPresent(beyond -> noPosition(body));
        body.finish();
    }

    private static void noPosition(Body body) {
        body.fault(
                "/since",
                "not-a-position",
                new Words(
                        "Hier steht keine Position des Änderungsprotokolls.",
                        "There is no position in the change log here."));
    }
}
