package de.stadtchronik.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.content.Acknowledgement;
import de.stadtchronik.content.Answer;
import de.stadtchronik.content.ContentStore;
import de.stadtchronik.content.DocumentJson;
import de.stadtchronik.content.DocumentReader;
import de.stadtchronik.content.DocumentReader.Candidate;
import de.stadtchronik.content.ItemAddresses;
import de.stadtchronik.content.Links;
import de.stadtchronik.content.NewItem;
import de.stadtchronik.content.Previews;
import de.stadtchronik.content.Referrer;
import de.stadtchronik.content.ResourceType;
import de.stadtchronik.content.VersionReader;
import de.stadtchronik.content.WriteParameters;
import de.stadtchronik.content.Writing;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.Words;
import de.stadtchronik.vocabulary.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Answers requests that write, of any type. Each method says which role it needs and what it asks of the store; what all
 * have in common ({@code If-Match}, {@code Idempotency-Key}, {@code dryRun}) is below.
 */
@ApplicationScoped
public class Editor {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private static final TimeBasedEpochRandomGenerator IDS = Generators.timeBasedEpochRandomGenerator();
    private static final Duration USUAL_PREVIEW = Duration.ofDays(7);
    private static final Duration LONGEST_PREVIEW = Duration.ofDays(30);
    private static final byte[] NO_BODY = {};
    private static final int MOST_SHOWN = 100;

    private final ContentStore store;
    private final DocumentReader documents;
    private final ItemAddresses addresses;
    private final Previews previews;
    private final VersionReader versions;
    private final Links links;
    private final Caller caller;
    private final Clock clock;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Editor(
            ContentStore store,
            DocumentReader documents,
            ItemAddresses addresses,
            Previews previews,
            VersionReader versions,
            Links links,
            Caller caller,
            Clock clock,
            UriInfo uri,
            HttpHeaders headers) {
        this.store = store;
        this.documents = documents;
        this.addresses = addresses;
        this.previews = previews;
        this.versions = versions;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
        this.uri = uri;
        this.headers = headers;
    }

    /** What items said before. */
    VersionReader versions() {
        return versions;
    }

    Response create(ResourceType type, byte[] body) {
        var request = request(type, Role.AUTHOR, "POST", body);
        var candidate = documents.candidate(type, documents.parse(body), null);
        var id = IDS.generate();
        return respond(request, writing -> {
            writing.create(List.of(new NewItem(type, id, candidate.document(), candidate.faults())));
            return Done.created(writing.view(id), links.item(type.name(), id));
        });
    }

    Response replace(ResourceType type, String idOrSlug, byte[] body) {
        var request = request(type, Role.AUTHOR, "PUT", body);
        var id = id(type, idOrSlug);
        return save(request, id, documents.candidate(type, documents.parse(body), id));
    }

    Response patch(ResourceType type, String idOrSlug, byte[] body) {
        var request = request(type, Role.AUTHOR, "PATCH", body);
        var id = id(type, idOrSlug);
        return save(request, id, documents.patched(type, store.draft(id), documents.parse(body)));
    }

    private Response save(WriteRequest request, UUID id, Candidate candidate) {
        return change(request, id, writing -> writing.save(id, candidate.document(), candidate.faults()));
    }

    Response upsert(ResourceType type, String system, String externalId, byte[] body) {
        var request = request(type, Role.AUTHOR, "PUT", body);
        var tree = documents.parse(body);
        var contradictions = Stream.of(
                        contradiction(tree, "/source/system", system),
                        contradiction(tree, "/source/externalId", externalId))
                .flatMap(Optional::stream)
                .toList();
        tree.set("source", sourced(tree, system, externalId));
        var candidate = documents.candidate(type, tree, null).with(contradictions);
        var id = IDS.generate();
        return respond(request, writing -> {
            var known = writing.findBySource(system, externalId);
            if (known.isEmpty()) {
                request.requireAbsentFits();
                writing.create(List.of(new NewItem(type, id, candidate.document(), candidate.faults())));
                return Done.created(writing.view(id), links.item(type.name(), id));
            }
            request.requirePresentFits(writing.revision(known.get()));
            if (request.ifMatch().isPresent()) {
                writing.requireRevision(known.get(), request.revision(writing.revision(known.get())));
            }
            writing.requireType(known.get(), type);
            writing.save(known.get(), candidate.document(), candidate.faults());
            return Done.of(writing.view(known.get()));
        });
    }

    private static ObjectNode sourced(ObjectNode body, String system, String externalId) {
        var source = body.path("source") instanceof ObjectNode given ? given : body.objectNode();
        return source.put("system", system).put("externalId", externalId);
    }

    /** What a body says of where it comes from, if its address says otherwise. */
    private static Optional<Fault> contradiction(ObjectNode body, String pointer, String address) {
        return Optional.ofNullable(body.at(pointer).textValue())
                .filter(said -> !said.equals(address))
                .map(said -> new Fault(
                        pointer,
                        null,
                        "contradiction",
                        new Words("Die Adresse sagt etwas anderes.", "The address says something else."),
                        List.of(address)));
    }

    Response delete(ResourceType type, String idOrSlug) {
        var asked = WriteParameters.take(uri, WriteParameters.ofDeletion());
        var request = WriteRequest.of(actor(type, Role.AUTHOR), headers, target("DELETE"), NO_BODY, asked.dryRun());
        var id = id(type, idOrSlug);
        return respond(request, writing -> {
            if (writing.isEditorial(id)) {
                caller.requireActor(Role.EDITOR);
            }
            writing.requireRevision(id, request.revision(writing.revision(id)));
            if (asked.detach()) {
                requireMayChange(writing.referrers(id));
            }
            writing.delete(id, asked.detach());
            return Done.withoutBody(id);
        });
    }

    /** Whoever changes others by way of one item needs what it would take to change them themselves. */
    private void requireMayChange(List<Referrer> referrers) {
        var beyond = referrers.stream()
                .filter(referrer ->
                        !caller.isGoodFor(referrer.type().path()) || (referrer.editorial() && !caller.has(Role.EDITOR)))
                .toList();
        if (!beyond.isEmpty()) {
            throw Problem.forbidden(new Words(
                                    "Dabei änderten sich %d andere Einträge, für die dieser Schlüssel nicht gilt oder die"
                                            + " Rolle editor fehlt.",
                                    "This would change %d other items, for which this key is not good, or lacks the role"
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

    Response publish(ResourceType type, String idOrSlug, byte[] body) {
        return act(
                type,
                idOrSlug,
                Role.EDITOR,
                body,
                PublishRequest.class,
                (writing, id, asked) -> writing.publish(id, asked.note()));
    }

    Response schedule(ResourceType type, String idOrSlug, byte[] body) {
        return act(
                type,
                idOrSlug,
                Role.EDITOR,
                body,
                ScheduleRequest.class,
                (writing, id, asked) -> writing.schedule(id, asked.publishAt().toInstant(), asked.note()));
    }

    Response cancelSchedule(ResourceType type, String idOrSlug) {
        var request = request(type, Role.EDITOR, "DELETE", NO_BODY);
        var id = id(type, idOrSlug);
        return change(request, id, writing -> writing.cancelSchedule(id));
    }

    Response withdraw(ResourceType type, String idOrSlug, byte[] body) {
        return act(type, idOrSlug, Role.EDITOR, body, WithdrawRequest.class, (writing, id, asked) -> {
            var successor = Optional.ofNullable(asked.successor()).map(ref -> found(writing, ref, "/successor"));
            writing.withdraw(id, asked.goneReason(), asked.explanation(), successor);
        });
    }

    Response archive(ResourceType type, String idOrSlug, byte[] body) {
        return act(
                type,
                idOrSlug,
                Role.EDITOR,
                body,
                ArchiveRequest.class,
                (writing, id, asked) -> writing.archive(id, asked.notice()));
    }

    Response restore(ResourceType type, String idOrSlug, byte[] body) {
        return act(
                type,
                idOrSlug,
                Role.AUTHOR,
                body,
                RestoreRequest.class,
                (writing, id, asked) -> writing.restore(id, asked.version()));
    }

    Response hide(ResourceType type, String idOrSlug, boolean hidden) {
        var request = request(type, Role.EDITOR, "POST", NO_BODY);
        var id = id(type, idOrSlug);
        return change(request, id, writing -> writing.hide(id, hidden));
    }

    Response merge(ResourceType type, String idOrSlug, byte[] body) {
        var request = request(type, Role.EDITOR, "POST", body);
        var id = id(type, idOrSlug);
        var merging = documents.request(body, MergeRequest.class);
        return respond(request, writing -> {
            writing.requireRevision(id, request.revision(writing.revision(id)));
            var into = found(writing, merging.into(), "/into");
            requireMayChange(writing.referrers(id));
            writing.merge(id, into);
            return Done.of(writing.view(into));
        });
    }

    Response erase(ResourceType type, String idOrSlug) {
        var request = request(type, Role.ADMIN, "POST", NO_BODY);
        var id = id(type, idOrSlug);
        return respond(request, writing -> {
            writing.requireRevision(id, request.revision(writing.revision(id)));
            var mentions = writing.erase(id);
            return new Done(id, 200, 0, Optional.empty(), Erasure.json(id, mentions, links));
        });
    }

    Response preview(ResourceType type, String idOrSlug, byte[] body) {
        actor(type, Role.AUTHOR);
        WriteParameters.take(uri, List.of());
        var id = id(type, idOrSlug);
        var request = documents.request(body, PreviewRequest.class);
        var now = clock.instant();
        var until = request.expiresAt() == null
                ? now.plus(USUAL_PREVIEW)
                : request.expiresAt().toInstant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_PREVIEW))) {
            throw Problem.invalidDocument(List.of(Fault.inBody(
                    "/expiresAt",
                    "out-of-range",
                    new Words(
                            "Ein Vorschaulink gilt höchstens dreißig Tage von jetzt an.",
                            "A preview link is good for thirty days from now at most."))));
        }
        var link = links.item(type.name(), id) + "?preview=" + previews.token(id, until);
        var answer = DocumentJson.write(Map.of("url", link, "expiresAt", until.truncatedTo(ChronoUnit.SECONDS)));
        return Response.ok(Answer.confidential(answer), MediaType.APPLICATION_JSON)
                .build();
    }

    private Actor actor(ResourceType type, Role role) {
        var actor = caller.requireActor(role);
        caller.requireType(type.path());
        return actor;
    }

    private WriteRequest request(ResourceType type, Role role, String method, byte[] body) {
        var asked = WriteParameters.take(uri, WriteParameters.usual());
        return WriteRequest.of(actor(type, role), headers, target(method), body, asked.dryRun());
    }

    private String target(String method) {
        return method + " " + uri.getRequestUri().getRawPath() + "?"
                + uri.getRequestUri().getRawQuery();
    }

    private UUID id(ResourceType type, String idOrSlug) {
        return addresses.existing(type, idOrSlug);
    }

    private static UUID found(Writing writing, Ref reference, String pointer) {
        return writing.find(reference)
                .orElseThrow(() -> Problem.invalidDocument(List.of(Fault.inBody(
                        pointer,
                        "unknown-reference",
                        new Words("Diesen Eintrag gibt es nicht.", "There is no such item.")))));
    }

    /** What an action does to an item, as it was asked for. */
    private interface Action<R> {
        void on(Writing writing, UUID id, R asked);
    }

    /** An action on one item, with a body that says how. */
    private <R> Response act(
            ResourceType type, String idOrSlug, Role role, byte[] body, Class<R> record, Action<R> action) {
        var request = request(type, role, "POST", body);
        var id = id(type, idOrSlug);
        var asked = documents.request(body, record);
        return change(request, id, writing -> action.on(writing, id, asked));
    }

    /** A change of one item on the revision that the request is based on. */
    private Response change(WriteRequest request, UUID id, Consumer<Writing> work) {
        return respond(request, writing -> {
            writing.requireRevision(id, request.revision(writing.revision(id)));
            work.accept(writing);
            return Done.of(writing.view(id));
        });
    }

    /**
     * Does it, once: a repetition with the same {@code Idempotency-Key} gets the first answer, which was stored together
     * with the change.
     */
    private Response respond(WriteRequest request, Function<Writing, Done> work) {
        if (request.dryRun()) {
            return store.rehearse(request.actor(), work).response(true, false);
        }
        return store.call(request.actor(), writing -> {
            var repeated = request.idempotencyKey().flatMap(writing::acknowledged);
            if (repeated.isPresent()) {
                return again(repeated.get(), request, writing).response(false, true);
            }
            var done = work.apply(writing);
            request.idempotencyKey()
                    .ifPresent(key -> writing.acknowledge(key, done.acknowledgement(request.fingerprint())));
            return done.response(false, false);
        });
    }

    /**
     * The first answer. If what it said was forgotten since, because of a deletion or an erasure, the item as it is now.
     *
     * @throws Problem IDEMPOTENCY_KEY_REUSED, GONE
     */
    private static Done again(Acknowledgement given, WriteRequest request, Writing writing) {
        var done = Done.again(given, request.fingerprint());
        if (!done.isForgotten()) {
            return done;
        }
        writing.requireThere(given.item());
        return done.showing(writing.view(given.item()));
    }
}
