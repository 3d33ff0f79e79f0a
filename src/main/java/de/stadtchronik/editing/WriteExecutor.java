package de.stadtchronik.editing;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.content.IdempotentResponse;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.query.WriteParameters;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.writing.ContentStore;
import de.stadtchronik.writing.Referrer;
import de.stadtchronik.writing.Writing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Carries out requests that write: checks the caller's role and the revision that the request is based on
 * ({@code If-Match}), and does it once ({@code Idempotency-Key}) or without effect ({@code dryRun}).
 */
@ApplicationScoped
class WriteExecutor {

    private static final int MOST_SHOWN = 100;
    private static final byte[] NO_BODY = {};

    /** In bytes: what some clients send where they have nothing to say. */
    private static final int EMPTY_OBJECT = 2;

    private final ContentStore store;
    private final Links links;
    private final Caller caller;
    private final Request http;
    private final UriInfo uri;
    private final HttpHeaders headers;

    WriteExecutor(ContentStore store, Links links, Caller caller, Request http, UriInfo uri, HttpHeaders headers) {
        this.store = store;
        this.links = links;
        this.caller = caller;
        this.http = http;
        this.uri = uri;
        this.headers = headers;
    }

    /**
     * The request at hand, which takes the parameters of every write.
     *
     * @throws Problem UNAUTHENTICATED, FORBIDDEN, INVALID_PARAMETERS
     */
    WriteRequest request(ResourceType type, Role role, byte[] body) {
        var asked = WriteParameters.take(uri, WriteParameters.usual());
        return WriteRequest.of(actor(type, role), headers, target(), body, asked.dryRun());
    }

    /**
     * The request at hand, which takes no body: whoever sends one may mean to say what is not read there.
     *
     * @throws Problem UNAUTHENTICATED, FORBIDDEN, INVALID_DOCUMENT
     */
    WriteRequest requestWithoutBody(ResourceType type, Role role) {
        return requestWithoutBody(type, role, WriteParameters.take(uri, WriteParameters.usual()));
    }

    WriteRequest requestWithoutBody(ResourceType type, Role role, WriteParameters.Asked asked) {
        var actor = actor(type, role);
        if (headers.getLength() > EMPTY_OBJECT || headers.getHeaderString("Transfer-Encoding") != null) {
            throw Problem.invalidDocument(List.of(Violation.inBody(
                    "",
                    "unexpected-body",
                    new BilingualText(
                            "Hier wird kein Inhalt gelesen; was es zu sagen gibt, steht in der Adresse.",
                            "No body is read here; what there is to say is in the address."))));
        }
        return WriteRequest.of(actor, headers, target(), NO_BODY, asked.dryRun());
    }

    /** @throws Problem UNAUTHENTICATED, FORBIDDEN */
    Actor actor(ResourceType type, Role role) {
        var actor = caller.requireActor(role);
        caller.requireType(type.path());
        return actor;
    }

    private String target() {
        return http.getMethod() + " " + uri.getRequestUri().getRawPath() + "?"
                + uri.getRequestUri().getRawQuery();
    }

    /**
     * A caller who changes further items through one needs the same rights as for changing them directly.
     *
     * @throws Problem FORBIDDEN, with the items that the caller must not change
     */
    void requireMayChange(List<Referrer> referrers) {
        var beyond = referrers.stream()
                .filter(referrer ->
                        !caller.isGoodFor(referrer.type().path()) || (referrer.editorial() && !caller.has(Role.EDITOR)))
                .toList();
        if (!beyond.isEmpty()) {
            throw Problem.forbidden(new BilingualText(
                                    "Das würde %d andere Einträge ändern, für die dieser Schlüssel nicht gilt oder die"
                                            + " Rolle editor fehlt.",
                                    "This would change %d other items, for which this key is not valid, or lacks the role"
                                            + " editor.")
                            .with(beyond.size()))
                    .with(
                            "referrers",
                            beyond.stream()
                                    .limit(MOST_SHOWN)
                                    .map(referrer -> referrer.shown(links))
                                    .toList());
        }
    }

    /** Changes an item, if the request is based on its current revision. */
    Response change(WriteRequest request, UUID id, Consumer<Writing> work) {
        return changeTo(request, id, writing -> {
            work.accept(writing);
            return WriteResult.of(writing.items().view(id));
        });
    }

    /** Changes an item, if the request is based on its current revision, and answers with something else. */
    Response changeTo(WriteRequest request, UUID id, Function<Writing, WriteResult> work) {
        return respond(request, writing -> {
            writing.items().requireRevision(id, request.revision(writing.items().revision(id)));
            return work.apply(writing);
        });
    }

    /**
     * Carries out a request once: a repetition with the same {@code Idempotency-Key} gets the first answer, which was
     * stored together with the change.
     */
    Response respond(WriteRequest request, Function<Writing, WriteResult> work) {
        if (request.dryRun()) {
            return store.rehearse(request.actor(), work).response(true, false);
        }
        return store.call(request.actor(), writing -> {
            var repeated = request.idempotencyKey().flatMap(writing::response);
            if (repeated.isPresent()) {
                return again(repeated.get(), request, writing).response(false, true);
            }
            var done = work.apply(writing);
            request.idempotencyKey().ifPresent(key -> writing.keep(key, done.response(request.fingerprint())));
            return done.response(false, false);
        });
    }

    /**
     * The first answer; or the item as it is now, if the body of that answer was removed by a deletion or an erasure.
     *
     * @throws Problem IDEMPOTENCY_KEY_REUSED, GONE
     */
    private static WriteResult again(IdempotentResponse given, WriteRequest request, Writing writing) {
        var done = WriteResult.again(given, request.fingerprint());
        if (!done.isForgotten()) {
            return done;
        }
        writing.items().requireThere(given.item());
        return done.showing(writing.items().view(given.item()));
    }
}
