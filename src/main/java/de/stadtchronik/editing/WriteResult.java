package de.stadtchronik.editing;

import de.stadtchronik.content.DraftView;
import de.stadtchronik.content.IdempotentResponse;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.text.BilingualText;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * The result of a write, from which the answer is made.
 *
 * @param status the HTTP status
 * @param revision of the item; 0 if the answer has none
 * @param location of what was created
 * @param body JSON, or nothing
 */
record WriteResult(UUID item, int status, int revision, Optional<String> location, String body) {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    static WriteResult of(DraftView view) {
        return new WriteResult(view.id(), OK, view.revision(), Optional.empty(), view.json());
    }

    static WriteResult created(DraftView view, String location) {
        return new WriteResult(view.id(), CREATED, view.revision(), Optional.of(location), view.json());
    }

    static WriteResult withoutBody(UUID item) {
        return new WriteResult(item, NO_CONTENT, 0, Optional.empty(), "");
    }

    /** @throws Problem IDEMPOTENCY_KEY_REUSED if the first request asked for something else */
    static WriteResult again(IdempotentResponse given, String fingerprint) {
        if (!given.fingerprint().equals(fingerprint)) {
            throw new Problem(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    new BilingualText(
                            "Unter diesem Idempotency-Key kam schon eine andere Anfrage.",
                            "Another request came with this Idempotency-Key before."));
        }
        return new WriteResult(given.item(), given.status(), given.revision(), given.location(), given.body());
    }

    /** Whether the body of the first answer is no longer kept. */
    boolean isForgotten() {
        return body.isEmpty() && status != NO_CONTENT;
    }

    /** This result, with the item as it is now. */
    WriteResult showing(DraftView view) {
        return new WriteResult(item, status, view.revision(), location, view.json());
    }

    IdempotentResponse response(String fingerprint) {
        return new IdempotentResponse(fingerprint, item, status, revision, location, body);
    }

    /**
     * The answer.
     *
     * @param rehearsed whether nothing was written, so that there is nothing at the location
     * @param repeated whether this repeats an earlier answer
     */
    Response response(boolean rehearsed, boolean repeated) {
        if (body.isEmpty()) {
            return Response.status(status).build();
        }
        var answer = revision == 0 ? Answer.confidential(body) : Answer.of(new DraftView(item, revision, body));
        var response = Response.status(rehearsed ? OK : status)
                .type(MediaType.APPLICATION_JSON)
                .entity(answer);
        if (!rehearsed) {
            location.map(URI::create).ifPresent(response::location);
        }
        if (repeated) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
