package de.stadtchronik.webhook;

import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.vocabulary.Expected;
import jakarta.validation.constraints.Min;
import java.util.List;
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
                nullable = true,
                maxLength = 36)
        @Expected(code = "not-an-id", german = "Hier steht keine Id (UUID).", english = "There is no id (UUID) here.")
        @Nullable
        UUID delivery,

        @Schema(
                description =
                        "A position in the change log: everything that changed after it is sent again, as far as the log reaches back.",
                implementation = Long.class,
                minimum = "0",
                nullable = true)
        @Min(0)
        @Expected(code = NO_POSITION, german = NO_POSITION_GERMAN, english = NO_POSITION_ENGLISH)
        @Nullable
        Long since) {

    private static final String NO_POSITION = "not-a-position";
    private static final String NO_POSITION_GERMAN = "Hier steht keine Position des Änderungsprotokolls.";
    private static final String NO_POSITION_ENGLISH = "There is no position in the change log here.";

    /** @throws Problem MALFORMED_JSON, INVALID_DOCUMENT */
    static Replay read(byte[] body, DocumentReader documents) {
        var replay = documents.submission(documents.parse(body), Replay.class).valid();
        if ((replay.delivery == null) == (replay.since == null)) {
            throw Problem.invalidDocument(List.of(new Violation(
                    "",
                    null,
                    "one-of",
                    new BilingualText("Hier braucht es genau eines von beiden.", "This needs exactly one of the two."),
                    List.of("delivery", "since"))));
        }
        return replay;
    }

    /** The message that is to be sent again. */
    Optional<UUID> message() {
        return Optional.ofNullable(delivery);
    }

    /** The position after which all is to be told again. */
    Optional<Long> position() {
        return Optional.ofNullable(since);
    }

    /** @throws Problem INVALID_DOCUMENT if the log does not reach that far */
    void requireWithin(long head) {
        if (since != null && since > head) {
            throw Problem.invalidDocument(List.of(Violation.inBody(
                    "/since", NO_POSITION, new BilingualText(NO_POSITION_GERMAN, NO_POSITION_ENGLISH))));
        }
    }
}
