package de.stadtchronik.webhook;

import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.query.AdminList;
import de.stadtchronik.query.Query;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.webhook.dispatch.WebhookDispatcher;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks over HTTP: partners manage their own, administrators all. */
@Path(WebhookResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PARTNER_ROLE)
@Tag(name = "Webhooks", description = WebhookResource.DESCRIPTION)
public class WebhookResource {

    static final String PATH = "/v1/webhooks";

    static final String DESCRIPTION = """
            Messages to partners' servers when content has changed, signed as in \
            [Standard Webhooks](https://www.standardwebhooks.com): `webhook-id`, `webhook-timestamp` (seconds since 1970) and \
            `webhook-signature`, which is `v1,` and the base64 HMAC-SHA-256 of `id.timestamp.body`; two of them, separated by a \
            blank, while a secret is being replaced. A message is a nudge: `data.changes` lists what changed after the last \
            delivered message, at most 100 rows as in the feed with `data=none`. `data.next` is the cursor after them, and \
            `data.url` is where to read them in full; if `data.hasMore` is true, another message continues. If \
            `data.restart` is true, the feed no longer reaches back to the last message: pull everything again from \
            `data.url`. A message may arrive twice. One that is not answered with 2xx within 15 seconds is sent again with \
            growing pauses, for about three days; after that, or after 410, the webhook is disabled. Callers with the role \
            `partner` manage their own webhooks, ten at most; callers with the role `admin` manage all.""";

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Webhooks webhooks;
    private final WebhookViews views;
    private final WebhookDispatcher dispatcher;
    private final WebhookBody bodies;
    private final Caller caller;
    private final Settings settings;
    private final UriInfo uri;

    WebhookResource(
            Webhooks webhooks,
            WebhookViews views,
            WebhookDispatcher dispatcher,
            WebhookBody bodies,
            Caller caller,
            Settings settings,
            UriInfo uri) {
        this.webhooks = webhooks;
        this.views = views;
        this.dispatcher = dispatcher;
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
                    "It receives what changes from now on. The answer contains the secret, which is not shown again.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NewWebhook.class), example = """
                                    {"name": "website", "url": "https://partner.example/webhooks", "filters": {"type": ["RELEASE", "EVENT"]}}
                                    """))
    @APIResponse(
            responseCode = "201",
            description = "The webhook.",
            headers = @Header(name = HttpHeaders.LOCATION, ref = "Location"),
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response create(byte[] body) {
        var webhook = webhooks.create(owner(), bodies.read(body));
        return Response.created(URI.create(settings.baseUrl() + PATH + "/" + webhook.id()))
                .entity(webhook)
                .build();
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "The newest first: those of the caller; with the role `admin`, all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the webhooks.",
            content = @Content(schema = @Schema(implementation = ShownWebhook.Page.class)))
    public Response list() {
        var owner = asOwner();
        return AdminList.byId(
                settings.baseUrl() + PATH,
                uri,
                (before, limit) -> views.list(owner, before, limit),
                ShownWebhook::id,
                ShownWebhook.Page::new);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhook", summary = "Get a webhook", description = "Without its secret.")
    @APIResponse(responseCode = "200", ref = "Webhook")
    public Response get(@PathParam("id") UUID id) {
        return Response.ok(views.get(owner(), id)).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook",
            description =
                    "Changes the name, address or filters (RFC 7396). A message that is waiting for its next attempt is kept; if the address changes, it is sent there at once, and if the filters change, a new message replaces it.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WebhookPatch.class), example = """
                                    {"filters": {"type": ["RELEASE"]}}
                                    """))
    @APIResponse(responseCode = "200", ref = "Webhook")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response change(@PathParam("id") UUID id, byte[] patch) {
        var owner = owner();
        var changed = Optional.<ShownWebhook>empty();
        while (changed.isEmpty()) {
            var current = webhooks.wanted(owner, id);
            changed = webhooks.change(owner, id, current, bodies.patched(patch, current));
        }
        return Response.ok(changed.get()).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "Deletes it with the list of its messages. A message that is being sent may still arrive.")
    @APIResponse(responseCode = "204", ref = "Deleted")
    public void delete(@PathParam("id") UUID id) {
        webhooks.delete(owner(), id);
    }

    @POST
    @Path("{id}/rotate-secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description =
                    "For 24 hours messages are signed with the previous secret as well. Only this answer shows the new one.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret.",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    public Response rotate(@PathParam("id") UUID id) {
        return Response.ok(webhooks.rotate(owner(), id)).build();
    }

    @POST
    @Path("{id}/pause")
    @Operation(
            operationId = "pauseWebhook",
            summary = "Pause a webhook",
            description = "No messages are sent until it is resumed; its position stays.")
    @APIResponse(responseCode = "200", ref = "Webhook")
    public Response pause(@PathParam("id") UUID id) {
        return Response.ok(webhooks.pause(owner(), id)).build();
    }

    @POST
    @Path("{id}/resume")
    @Operation(
            operationId = "resumeWebhook",
            summary = "Resume a webhook",
            description =
                    "A webhook that is paused, disabled, or waiting for its next attempt continues at once from its position.")
    @APIResponse(responseCode = "200", ref = "Webhook")
    public Response resume(@PathParam("id") UUID id) {
        return Response.ok(webhooks.resume(owner(), id)).build();
    }

    @POST
    @Path("{id}/ping")
    @Blocking
    @Operation(
            operationId = "pingWebhook",
            summary = "Send a test message",
            description =
                    "Sends a message of the type `webhook.ping` once and immediately, whatever the status, and answers with the result.")
    @APIResponse(
            responseCode = "200",
            description = "The result, which may be a failure.",
            content = @Content(schema = @Schema(implementation = ShownDelivery.class)))
    public CompletionStage<Response> ping(@PathParam("id") UUID id) {
        return dispatcher
                .ping(webhooks.ping(owner(), id))
                .thenApply(delivery -> Response.ok(views.pinged(delivery, id)).build());
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
            content = @Content(schema = @Schema(implementation = ShownDelivery.Page.class)))
    public Response deliveries(@PathParam("id") UUID id) {
        var owner = asOwner();
        return AdminList.byId(
                settings.baseUrl() + PATH + "/" + id + "/deliveries",
                uri,
                (before, limit) -> views.deliveries(owner, id, before, limit),
                ShownDelivery::id,
                ShownDelivery.Page::new);
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayWebhook",
            summary = "Send again",
            description =
                    "Either one message, with the same id and body, or everything that changed after a position, which becomes the position of the webhook.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Replay.class), example = """
                                    {"since": 0}
                                    """))
    @APIResponse(
            responseCode = "200",
            description = "The webhook. The messages follow within a second, if it is active.",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response replay(@PathParam("id") UUID id, byte[] body) {
        return Response.ok(webhooks.replay(owner(), id, bodies.replay(body))).build();
    }

    /** The caller of an operation that takes no parameters. */
    private WebhookOwner owner() {
        Query.of(uri).finish();
        return asOwner();
    }

    private WebhookOwner asOwner() {
        return new WebhookOwner(caller.requireActor(Role.PARTNER), caller.has(Role.ADMIN));
    }
}
