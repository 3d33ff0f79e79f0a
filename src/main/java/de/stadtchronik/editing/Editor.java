package de.stadtchronik.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.content.DraftViews;
import de.stadtchronik.content.Mention;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.DocumentReader.Candidate;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.query.WriteParameters;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.reading.ItemAddresses;
import de.stadtchronik.reading.Previews;
import de.stadtchronik.reading.VersionReader;
import de.stadtchronik.storage.Ids;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.writing.NewItem;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.stream.Stream;

/** Answers requests that write, for all types: says which role each needs, and what it asks of the store. */
@ApplicationScoped
public class Editor {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private static final Duration USUAL_PREVIEW = Duration.ofDays(7);
    private static final Duration LONGEST_PREVIEW = Duration.ofDays(30);

    private final WriteExecutor writes;
    private final DocumentReader documents;
    private final DraftViews drafts;
    private final ItemAddresses addresses;
    private final Previews previews;
    private final VersionReader versions;
    private final Links links;
    private final Caller caller;
    private final Clock clock;
    private final UriInfo uri;

    Editor(
            WriteExecutor writes,
            DocumentReader documents,
            DraftViews drafts,
            ItemAddresses addresses,
            Previews previews,
            VersionReader versions,
            Links links,
            Caller caller,
            Clock clock,
            UriInfo uri) {
        this.writes = writes;
        this.documents = documents;
        this.drafts = drafts;
        this.addresses = addresses;
        this.previews = previews;
        this.versions = versions;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
        this.uri = uri;
    }

    VersionReader versions() {
        return versions;
    }

    Response create(ResourceType type, byte[] body) {
        var request = writes.request(type, Role.AUTHOR, body);
        var candidate = documents.candidate(type, documents.parse(body), null);
        var id = Ids.next();
        return writes.respond(request, writing -> {
            writing.create(List.of(new NewItem(type, id, candidate.document(), candidate.faults())));
            return WriteResult.created(writing.items().view(id), links.item(type.name(), id));
        });
    }

    Response replace(ResourceType type, String idOrSlug, byte[] body) {
        var request = writes.request(type, Role.AUTHOR, body);
        var id = id(type, idOrSlug);
        return save(request, id, documents.candidate(type, documents.parse(body), id));
    }

    Response patch(ResourceType type, String idOrSlug, byte[] body) {
        var request = writes.request(type, Role.AUTHOR, body);
        var id = id(type, idOrSlug);
        return save(request, id, documents.patched(type, id, drafts.of(id).json(), documents.parse(body)));
    }

    private Response save(WriteRequest request, UUID id, Candidate candidate) {
        return writes.change(request, id, writing -> writing.save(id, candidate.document(), candidate.faults()));
    }

    Response upsert(ResourceType type, String system, String externalId, byte[] body) {
        var request = writes.request(type, Role.AUTHOR, body);
        var tree = documents.parse(body);
        var contradictions = Stream.of(
                        contradiction(tree, "/source/system", system),
                        contradiction(tree, "/source/externalId", externalId))
                .flatMap(Optional::stream)
                .toList();
        tree.set("source", sourced(tree, system, externalId));
        var candidate = documents.candidate(type, tree, null).with(contradictions);
        if (candidate.faults().stream().anyMatch(Editor::isOfSource)) {
            throw Problem.invalidDocument(candidate.faults());
        }
        var id = Ids.next();
        return writes.respond(request, writing -> {
            var known = writing.items().findBySource(system, externalId);
            if (known.isEmpty()) {
                request.requireAbsentFits();
                writing.create(List.of(new NewItem(type, id, candidate.document(), candidate.faults())));
                return WriteResult.created(writing.items().view(id), links.item(type.name(), id));
            }
            var item = known.get();
            var revision = writing.items().revision(item);
            request.requirePresentFits(revision);
            if (request.ifMatch().isPresent()) {
                writing.items().requireRevision(item, request.revision(revision));
            }
            writing.items().requireType(item, type);
            writing.save(item, candidate.document(), candidate.faults());
            return WriteResult.of(writing.items().view(item));
        });
    }

    /** Nothing can be found by a source that cannot be one. */
    private static boolean isOfSource(Violation fault) {
        return String.valueOf(fault.pointer()).matches("/source/(system|externalId)");
    }

    private static ObjectNode sourced(ObjectNode body, String system, String externalId) {
        var source = body.path("source") instanceof ObjectNode given ? given : body.objectNode();
        return source.put("system", system).put("externalId", externalId);
    }

    /** The fault if body and address name different sources. */
    private static Optional<Violation> contradiction(ObjectNode body, String pointer, String address) {
        return Optional.ofNullable(body.at(pointer).textValue())
                .filter(said -> !said.equals(address))
                .map(said -> new Violation(
                        pointer,
                        null,
                        "contradiction",
                        new BilingualText("Die Adresse sagt etwas anderes.", "The address says something else."),
                        List.of(address)));
    }

    Response delete(ResourceType type, String idOrSlug) {
        var asked = WriteParameters.take(uri, WriteParameters.ofDeletion());
        var request = writes.requestWithoutBody(type, Role.AUTHOR, asked);
        var id = id(type, idOrSlug);
        return writes.respond(request, writing -> {
            if (writing.items().isEditorial(id)) {
                caller.requireActor(Role.EDITOR);
            }
            writing.items().requireRevision(id, request.revision(writing.items().revision(id)));
            if (asked.detach()) {
                writes.requireMayChange(writing.items().referrers(id));
            }
            writing.delete(id, asked.detach());
            return WriteResult.withoutBody(id);
        });
    }

    /** Carries out an action that is described by a body, which may be empty. */
    <A extends Record & ItemAction> Response act(
            ResourceType type, String idOrSlug, Role role, byte[] body, Class<A> action) {
        var request = writes.request(type, role, body);
        var id = id(type, idOrSlug);
        var asked = asked(body, action);
        return writes.change(request, id, writing -> asked.on(writing, id));
    }

    /** Carries out an action that takes no body. */
    Response act(ResourceType type, String idOrSlug, ItemAction action) {
        var request = writes.requestWithoutBody(type, Role.EDITOR);
        var id = id(type, idOrSlug);
        return writes.change(request, id, writing -> action.on(writing, id));
    }

    private <R extends Record> R asked(byte[] body, Class<R> record) {
        return documents.submission(documents.parseOptional(body), record).valid();
    }

    Response merge(ResourceType type, String idOrSlug, byte[] body) {
        var request = writes.request(type, Role.EDITOR, body);
        var id = id(type, idOrSlug);
        var merging = asked(body, MergeRequest.class);
        return writes.changeTo(request, id, writing -> {
            var into = ItemAction.found(writing, merging.into(), "/into");
            writes.requireMayChange(writing.items().referrers(id));
            writing.merge(id, into);
            return WriteResult.of(writing.items().view(into));
        });
    }

    Response erase(ResourceType type, String idOrSlug) {
        var request = writes.requestWithoutBody(type, Role.ADMIN);
        var id = id(type, idOrSlug);
        return writes.changeTo(request, id, writing -> {
            var mentions = writing.erase(id);
            return new WriteResult(id, 200, 0, Optional.empty(), mentioned(id, mentions));
        });
    }

    /** The answer to an erasure: which items still mention the person, so that an editor can revise them. */
    private String mentioned(UUID id, List<Mention> mentions) {
        var mentionedIn = mentions.stream()
                .map(mention -> Map.of(
                        "id", mention.id(),
                        "type", mention.type(),
                        "url", links.item(mention.type(), mention.id()),
                        "places", mention.places()))
                .toList();
        return DocumentJson.write(Map.of("id", id, "mentionedIn", mentionedIn));
    }

    Response preview(ResourceType type, String idOrSlug, byte[] body) {
        writes.actor(type, Role.AUTHOR);
        WriteParameters.take(uri, List.of());
        var id = id(type, idOrSlug);
        var request = asked(body, PreviewRequest.class);
        var now = clock.instant();
        var until = request.expiresAt() == null
                ? now.plus(USUAL_PREVIEW)
                : request.expiresAt().toInstant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_PREVIEW))) {
            throw Problem.invalidDocument(List.of(Violation.inBody(
                    "/expiresAt",
                    "out-of-range",
                    new BilingualText(
                            "Ein Vorschaulink gilt höchstens dreißig Tage von jetzt an.",
                            "A preview link is valid for at most thirty days from now."))));
        }
        var link = links.item(type.name(), id) + "?preview=" + previews.token(id, until);
        var answer = DocumentJson.write(Map.of("url", link, "expiresAt", until.truncatedTo(ChronoUnit.SECONDS)));
        return Response.ok(Answer.confidential(answer), MediaType.APPLICATION_JSON)
                .build();
    }

    private UUID id(ResourceType type, String idOrSlug) {
        return addresses.existing(type, idOrSlug);
    }
}
