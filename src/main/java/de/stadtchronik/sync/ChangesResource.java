package de.stadtchronik.sync;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Caller;
import de.stadtchronik.connection.Streams;
import de.stadtchronik.feed.Feed;
import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.feed.FeedPage;
import de.stadtchronik.feed.FeedQuestion;
import de.stadtchronik.query.Query;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.settings.Settings;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed of changes over HTTP, for partners who keep a copy. */
@Path(ChangesResource.PATH)
@Tag(name = "Pulling", description = "For partners who keep a copy: what changed, and a proof that nothing is missing.")
public class ChangesResource {

    static final String PATH = "/v1/changes";
    static final String NDJSON = "application/x-ndjson";

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Feed feed;
    private final FeedWriter writer;
    private final SseBroadcaster broadcaster;
    private final Streams streams;
    private final Caller caller;
    private final Event<Pulled> pulls;
    private final Settings settings;
    private final UriInfo uri;
    private final Request request;

    ChangesResource(
            Feed feed,
            FeedWriter writer,
            SseBroadcaster broadcaster,
            Streams streams,
            Caller caller,
            Event<Pulled> pulls,
            Settings settings,
            UriInfo uri,
            Request request) {
        this.feed = feed;
        this.writer = writer;
        this.broadcaster = broadcaster;
        this.streams = streams;
        this.caller = caller;
        this.pulls = pulls;
        this.settings = settings;
        this.uri = uri;
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listChanges", summary = "Pull what changed", description = """
                    Every published item once, in its latest state, in the order of the last changes; an item that changes \
                    while you pull comes again at the end. Begin without `since`, and continue with `next` until \
                    `hasMore` is `false`; keep that `next`, and begin with it the next time. A page may be shorter than \
                    `limit`, even empty, although there is more.

                    `UPSERT`: replace your copy with `item`, which is as with `lang=*`. `DELETE`: delete your copy, if you \
                    have one; `reason` is that of the tombstone, or `OUT_OF_SCOPE` for an item that is still public but \
                    no longer matches your filter. The same version can come again when an item that it refers to was \
                    published or withdrawn.

                    Filters are bound when you begin: an item that no longer matches comes as a `DELETE`. What was merged \
                    into another stands for that from then on. The feed \
                    contains only what this instance publishes itself.

                    With `Accept: application/x-ndjson` everything comes in one answer, a line for each change; lines with \
                    `next` are cursors, and the last line is one of them. With `Accept: text/event-stream` (HTML Standard, \
                    section 9.2) changes follow as they happen, as events called `change`; their `id` is the cursor, which \
                    browsers send back as `Last-Event-ID`. A client that does not read is disconnected after ten \
                    seconds, and can continue from there.""")
    @APIResponse(
            responseCode = "200",
            description = "A part of the feed.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangesPage.class)),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(description = "Lines of JSON (NDJSON)."),
                        examples = @ExampleObject(name = "oneDeleted", value = """
                                {"seq":7,"type":"TOPIC","id":"01767a03-3800-76de-9812-bb506a483061","op":"DELETE","reason":"DELETED","version":1,"changedAt":"2026-01-01T00:00:00Z"}
                                {"next":"eyJlIjoiNW","hasMore":false,"license":"https://www.govdata.de/dl-de/by-2-0"}
                                """)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema = @Schema(description = "Events, without an end."),
                        examples = @ExampleObject(name = "oneDeleted", value = """
                                event: change
                                id: eyJlIjoiNW
                                data: {"seq":7,"type":"TOPIC","id":"01767a03-3800-76de-9812-bb506a483061","op":"DELETE","reason":"DELETED","version":1,"changedAt":"2026-01-01T00:00:00Z"}

                                """))
            })
    public Response page(@Context HttpHeaders headers) {
        Accepted.requireJson(headers);
        var page = feed.page(question());
        follower().accept(page.next());
        return Response.ok(Answer.current(
                        writer.page(page), page.hasMore() ? Optional.of(address(page)) : Optional.empty()))
                .build();
    }

    @GET
    @Produces(NDJSON + ";qs=0.5")
    @Operation(hidden = true)
    public Response lines() {
        var question = question().by(FeedQuestion.MOST);
        var first = feed.page(question);
        var follower = follower();
        StreamingOutput lines = out -> {
            var page = first;
            writer.lines(page, out);
            follower.accept(page.next());
            // What changes while this is read is left for the next time, so that it ends.
            while (page.hasMore() && page.next().after() < first.head()) {
                page = feed.page(question.from(page.next()));
                writer.lines(page, out);
                follower.accept(page.next());
            }
        };
        return Response.ok(streams.of(lines)).build();
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.25")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> events(
            @Context Sse sse, @Context RoutingContext http, @HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId) {
        var question = feed.question(Query.of(uri), Optional.ofNullable(lastEventId));
        if (isHead()) {
            return Multi.createFrom().empty();
        }
        return broadcaster.listen(question, follower(), sse, http);
    }

    private FeedQuestion question() {
        return feed.question(Query.of(uri), Optional.empty());
    }

    /** Notes how far the caller was given the feed, if the caller has a key. */
    private Consumer<FeedCursor> follower() {
        var actor = isHead() ? Optional.<Actor>empty() : caller.actor();
        return place -> actor.ifPresent(known -> pulls.fire(new Pulled(known, place)));
    }

    private boolean isHead() {
        return request.getMethod().equals(HttpMethod.HEAD);
    }

    private String address(FeedPage page) {
        return UriBuilder.fromUri(settings.baseUrl() + PATH)
                .replaceQuery(uri.getRequestUri().getRawQuery())
                .replaceQueryParam("since", page.next().text())
                .build()
                .toString();
    }
}
