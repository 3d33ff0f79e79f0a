package de.stadtchronik.keys;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.content.FirstPart;
import de.stadtchronik.content.IdCursor;
import de.stadtchronik.content.PageLimit;
import de.stadtchronik.content.Query;
import de.stadtchronik.content.ResourceType;
import de.stadtchronik.content.ResourceTypes;
import de.stadtchronik.settings.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keys, for those who manage them. */
@Path(KeyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_ROLE)
@Tag(name = "Administration", description = "Keys and the audit trail, for callers with the role `admin`.")
public class KeyResource {

    static final String PATH = "/v1/admin/keys";

    private final Keyring keyring;
    private final Caller caller;
    private final ResourceTypes types;
    private final Settings settings;
    private final Clock clock;
    private final UriInfo uri;

    KeyResource(Keyring keyring, Caller caller, ResourceTypes types, Settings settings, Clock clock, UriInfo uri) {
        this.keyring = keyring;
        this.caller = caller;
        this.types = types;
        this.settings = settings;
        this.clock = clock;
        this.uri = uri;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createKey",
            summary = "Create a key",
            description = "The answer is the only one that ever shows the key.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewKey.class), example = """
                                    {"name": "website", "role": "author", "types": ["releases", "events"], "expiresAt": "2099-12-31T23:00:00Z"}
                                    """))
    @APIResponse(
            responseCode = "201",
            description = "The key.",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where it is.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri", maxLength = 2000)),
            content = @Content(schema = @Schema(implementation = Key.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response create(@Nullable JsonNode body) {
        var admin = admin();
        var wanted = new KeyBody(
                        body,
                        clock.instant(),
                        types.all().stream().map(ResourceType::path).toList())
                .read();
        var key = keyring.create(admin, wanted);
        return unkept(Response.created(URI.create(settings.baseUrl() + PATH + "/" + key.id())), key);
    }

    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List keys",
            description = "The newest first, those that are no longer valid included.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the keys.",
            content = @Content(schema = @Schema(implementation = KeyPage.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    public Response list() {
        var query = new Query(uri.getQueryParameters());
        var limit = PageLimit.take(query);
        var before = IdCursor.after(query);
        query.finish();
        var found = keyring.list(before, limit + 1);
        var part = FirstPart.of(found, limit, Key::id, settings.baseUrl() + PATH, uri);
        return unkept(Response.ok(), new KeyPage(part.data(), part.page(), part.links()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getKey", summary = "Get a key", description = "Without its secret.")
    @APIResponse(
            responseCode = "200",
            description = "The key.",
            content = @Content(schema = @Schema(implementation = Key.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("id") UUID id) {
        requireNoParameters();
        return unkept(Response.ok(), keyring.get(id));
    }

    @POST
    @Path("{id}/rotate")
    @Operation(
            operationId = "rotateKey",
            summary = "Give a key a new secret",
            description =
                    "The old one is worth nothing from this moment. The answer is the only one that shows the new one.")
    @APIResponse(
            responseCode = "200",
            description = "The key with its new secret.",
            content = @Content(schema = @Schema(implementation = Key.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response rotate(@PathParam("id") UUID id) {
        return unkept(Response.ok(), keyring.rotate(admin(), id));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "It is worth nothing from this moment, and stays in the list with its `revokedAt`.")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public void revoke(@PathParam("id") UUID id) {
        keyring.revoke(admin(), id);
    }

    /** Who changes a key; none of these calls takes parameters. */
    private Actor admin() {
        requireNoParameters();
        return caller.requireActor(Role.ADMIN);
    }

    private void requireNoParameters() {
        new Query(uri.getQueryParameters()).finish();
    }

    private static Response unkept(Response.ResponseBuilder answer, Object body) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").entity(body).build();
    }
}
