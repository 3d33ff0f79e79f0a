package de.stadtchronik.editing;

import de.stadtchronik.content.Acknowledgement;
import de.stadtchronik.content.Answer;
import de.stadtchronik.content.DraftView;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of a write, and is to be answered.
 *
 * @param status the HTTP status
 * @param revision of the item; 0 if there is none to tell
 * @param location of what was created
 * @param body JSON, or nothing
 */
record Done(UUID item, int status, int revision, Optional<String> location, String body) {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    static Done of(DraftView view) {
        return new Done(view.id(), OK, view.revision(), Optional.empty(), view.json());
    }

    static Done created(DraftView view, String location) {
        return new Done(view.id(), CREATED, view.revision(), Optional.of(location), view.json());
    }

    static Done withoutBody(UUID item) {
        return new Done(item, NO_CONTENT, 0, Optional.empty(), "");
    }

    /** @throws Problem IDEMPOTENCY_KEY_REUSED if the first request asked for something else */
    static Done again(Acknowledgement given, String fingerprint) {
        if (!given.fingerprint().equals(fingerprint)) {
            throw new Problem(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    new Words(
                            "Unter diesem Idempotency-Key kam schon eine andere Anfrage.",
                            "Another request came with this Idempotency-Key before."));
        }
        return new Done(given.item(), given.status(), given.revision(), given.location(), given.body());
    }

    /** Whether there was an answer that is not kept any more. */
    boolean isForgotten() {
        return body.isEmpty() && status != NO_CONTENT;
    }

    /** The same with what there is to see now. */
    Done showing(DraftView view) {
        return new Done(item, status, view.revision(), location, view.json());
    }

    Acknowledgement acknowledgement(String fingerprint) {
        return new Acknowledgement(fingerprint, item, status, revision, location, body);
    }

    /**
     * The answer.
     *
     * @param rehearsed whether nothing was written, so that there is nothing at the location
     * @param repeated whether the same was answered before
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
