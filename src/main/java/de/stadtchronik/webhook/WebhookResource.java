package de.stadtchronik.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.content.FirstPart;
import de.stadtchronik.content.IdCursor;
import de.stadtchronik.content.PageLimit;
import de.stadtchronik.content.Query;
import de.stadtchronik.settings.Settings;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhooks, for partners, who have their own, and for those who look after the service, who see all. */
@Path(WebhookResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PARTNER_ROLE)
@Tag(name = "Webhooks", description = WebhookResource.DESCRIPTION)
public class WebhookResource {

    static final String PATH = "/v1/webhooks";

    static final String DESCRIPTION = """
            Messages to servers of partners when something changed, signed as in \
            [Standard Webhooks](https://www.standardwebhooks.com): `webhook-id`, `webhook-timestamp` (seconds since 1970) and \
            `webhook-signature`, which is `v1,` and the base64 HMAC-SHA-256 of `id.timestamp.body`; two of them with a blank \
            between while a secret is being replaced. A message is a nudge: `data.changes` is what changed after the last one that \
            arrived, at most 100 rows as in the feed with `data=none`. `data.next` is the cursor after them; `data.url` is \
            where to read them in full; with `data.hasMore`, another message continues. With `data.restart`, the feed does \
            not reach back to the last message: pull everything anew from `data.url`. A message may come twice. Whatever is not answered with 2xx within 15 seconds is \
            sent again with growing pauses, for about three days; then, or after 410, the webhook is disabled. For callers \
            with the role `partner`, each of whom sees and manages their own, at most 10; those with `admin`, all.""";

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Webhooks webhooks;
    private final Courier courier;
    private final WebhookBody bodies;
    private final Caller caller;
    private final Settings settings;
    private final UriInfo uri;

    WebhookResource(
            Webhooks webhooks, Courier courier, WebhookBody bodies, Caller caller, Settings settings, UriInfo uri) {
        this.webhooks = webhooks;
        this.courier = courier;
        this.bodies = bodies;
        this.caller = caller;
        this.settings = settings;
        this.uri = uri;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhook",
            summary = "Create a webhook",
            description =
                    "It is told of what changes from now on. The answer shows the secret, as only that of a rotation does again.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NewWebhook.class), example = """
                                    {"name": "website", "url": "https://partner.example/webhooks", "filters": {"type": ["RELEASE", "EVENT"]}}
                                    """))
    @APIResponse(
            responseCode = "201",
            description = "The webhook.",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where it is.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri", maxLength = 2000)),
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response create(@Nullable JsonNode body) {
        var holder = holder();
        var webhook = webhooks.create(holder, bodies.read(body));
        return unkept(Response.created(URI.create(settings.baseUrl() + PATH + "/" + webhook.id())), webhook);
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "The newest first: those of the caller; with the role `admin`, all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the webhooks.",
            content = @Content(schema = @Schema(implementation = WebhookPage.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    public Response list() {
        var holder = whoever();
        var query = new Query(uri.getQueryParameters());
        var limit = PageLimit.take(query);
        var before = IdCursor.after(query);
        query.finish();
        var found = webhooks.list(holder, before, limit + 1);
        var part = FirstPart.of(found, limit, ShownWebhook::id, settings.baseUrl() + PATH, uri);
        return unkept(Response.ok(), new WebhookPage(part.data(), part.page(), part.links()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhook", summary = "Get a webhook", description = "Without its secret.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook.",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("id") UUID id) {
        return unkept(Response.ok(), webhooks.get(holder(), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook",
            description =
                    "Its name, address or filters (RFC 7396). A message that is waiting for its next attempt stays as it is, and if the address changes, it is sent there at once; if the filters change, another one takes its place.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WebhookPatch.class), example = """
                                    {"filters": {"type": ["RELEASE"]}}
                                    """))
    @APIResponse(
            responseCode = "200",
            description = "The webhook.",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response change(@PathParam("id") UUID id, @Nullable JsonNode patch) {
        var holder = holder();
        var changed = Optional.<ShownWebhook>empty();
        while (changed.isEmpty()) {
            var current = webhooks.wanted(holder, id);
            changed = webhooks.change(holder, id, current, bodies.patched(patch, current));
        }
        return unkept(Response.ok(), changed.get());
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "With the list of its messages. What is on its way may still arrive.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public void delete(@PathParam("id") UUID id) {
        webhooks.delete(holder(), id);
    }

    @POST
    @Path("{id}/rotate-secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description = "For 24 hours, the one before also signs. The answer is the only one that shows the new one.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret.",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response rotate(@PathParam("id") UUID id) {
        return unkept(Response.ok(), webhooks.rotate(holder(), id));
    }

    @POST
    @Path("{id}/pause")
    @Operation(
            operationId = "pauseWebhook",
            summary = "Pause a webhook",
            description = "No messages are sent until it is resumed; its position stays.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook.",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response pause(@PathParam("id") UUID id) {
        return unkept(Response.ok(), webhooks.pause(holder(), id));
    }

    @POST
    @Path("{id}/resume")
    @Operation(
            operationId = "resumeWebhook",
            summary = "Resume a webhook",
            description =
                    "One that is paused, disabled, or waiting for its next attempt goes on at once, from its position.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook.",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response resume(@PathParam("id") UUID id) {
        return unkept(Response.ok(), webhooks.resume(holder(), id));
    }

    @POST
    @Path("{id}/ping")
    @Blocking
    @Operation(
            operationId = "pingWebhook",
            summary = "Send a test message",
            description =
                    "A message of the type `webhook.ping`, sent once and at once, whatever the status; answers with what became of it.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it, which may be a failure.",
            content = @Content(schema = @Schema(implementation = ShownDelivery.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public CompletionStage<Response> ping(@PathParam("id") UUID id) {
        return courier.ping(webhooks.ping(holder(), id))
                .thenApply(delivery -> unkept(Response.ok(), webhooks.pinged(delivery, id)));
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List the messages to a webhook",
            description = "The newest first; the newest 200 are kept.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the messages.",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response deliveries(@PathParam("id") UUID id) {
        var holder = whoever();
        var query = new Query(uri.getQueryParameters());
        var limit = PageLimit.take(query);
        var before = IdCursor.after(query);
        query.finish();
        var found = webhooks.deliveries(holder, id, before, limit + 1);
        var list = settings.baseUrl() + PATH + "/" + id + "/deliveries";
        var part = FirstPart.of(found, limit, ShownDelivery::id, list, uri);
        return unkept(Response.ok(), new DeliveryPage(part.data(), part.page(), part.links()));
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayWebhook",
            summary = "Send again",
            description =
                    "Either one message, with the same id and body, or all that changed after a position: then that is the position of the webhook.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Replay.class), example = """
                                    {"since": 0}
                                    """))
    @APIResponse(
            responseCode = "200",
            description = "The webhook. What it wants is sent within a second, if it is active.",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response replay(@PathParam("id") UUID id, @Nullable JsonNode body) {
        var holder = holder();
        return unkept(Response.ok(), webhooks.replay(holder, id, Replay.read(body)));
    }

    /** Who manages webhooks by a call that takes no parameters. */
    private Holder holder() {
        new Query(uri.getQueryParameters()).finish();
        return whoever();
    }

    private Holder whoever() {
        return new Holder(caller.requireActor(Role.PARTNER), caller.has(Role.ADMIN));
    }

    private static Response unkept(Response.ResponseBuilder answer, Object body) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").entity(body).build();
    }
}
