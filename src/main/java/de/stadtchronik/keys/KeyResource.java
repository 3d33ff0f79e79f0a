package de.stadtchronik.keys;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.query.AdminList;
import de.stadtchronik.query.Query;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keys over HTTP, for administrators. */
@Path(KeyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_ROLE)
@Tag(name = "Administration", description = "Keys and the audit trail, for callers with the role `admin`.")
public class KeyResource {

    static final String PATH = "/v1/admin/keys";

    private final ApiKeyRepository keys;
    private final Caller caller;
    private final ResourceTypes types;
    private final Settings settings;
    private final DocumentReader documents;
    private final UriInfo uri;

    KeyResource(
            ApiKeyRepository keys,
            Caller caller,
            ResourceTypes types,
            Settings settings,
            DocumentReader documents,
            UriInfo uri) {
        this.keys = keys;
        this.caller = caller;
        this.types = types;
        this.settings = settings;
        this.documents = documents;
        this.uri = uri;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createKey", summary = "Create a key", description = "Only this answer shows the key.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewKey.class), example = """
                                    {"name": "website", "role": "author", "types": ["releases", "events"], "expiresAt": "2099-12-31T23:00:00Z"}
                                    """))
    @APIResponse(
            responseCode = "201",
            description = "The key.",
            headers = @Header(name = HttpHeaders.LOCATION, ref = "Location"),
            content = @Content(schema = @Schema(implementation = Key.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response create(byte[] body) {
        var admin = admin();
        var paths = types.all().stream().map(ResourceType::path).toList();
        var wanted = documents.submission(documents.parse(body), NewKey.class);
        var key =
                keys.create(admin, wanted.with(wanted.value().wrongTypes(paths)).valid());
        return Response.created(URI.create(settings.baseUrl() + PATH + "/" + key.id()))
                .entity(key)
                .build();
    }

    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List keys",
            description = "The newest first, including those that are no longer valid.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the keys.",
            content = @Content(schema = @Schema(implementation = Key.Page.class)))
    public Response list() {
        return AdminList.byId(settings.baseUrl() + PATH, uri, keys::list, Key::id, Key.Page::new);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getKey", summary = "Get a key", description = "Without its secret.")
    @APIResponse(
            responseCode = "200",
            description = "The key.",
            content = @Content(schema = @Schema(implementation = Key.class)))
    public Response get(@PathParam("id") UUID id) {
        requireNoParameters();
        return Response.ok(keys.get(id)).build();
    }

    @POST
    @Path("{id}/rotate")
    @Operation(
            operationId = "rotateKey",
            summary = "Give a key a new secret",
            description = "The old one is invalid from this moment. Only this answer shows the new one.")
    @APIResponse(
            responseCode = "200",
            description = "The key with its new secret.",
            content = @Content(schema = @Schema(implementation = Key.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response rotate(@PathParam("id") UUID id) {
        return Response.ok(keys.rotate(admin(), id)).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "The key is invalid from this moment, and stays in the list with its `revokedAt`.")
    @APIResponse(responseCode = "204", description = "The key is revoked.")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public void revoke(@PathParam("id") UUID id) {
        keys.revoke(admin(), id);
    }

    /** The caller of an operation that takes no parameters. */
    private Actor admin() {
        requireNoParameters();
        return caller.requireActor(Role.ADMIN);
    }

    private void requireNoParameters() {
        Query.of(uri).finish();
    }
}
