package de.stadtchronik.harvest;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.content.FirstPart;
import de.stadtchronik.content.IdCursor;
import de.stadtchronik.content.PageLimit;
import de.stadtchronik.content.Query;
import de.stadtchronik.settings.Settings;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sources, for those who look after the service. */
@Path(HarvestResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_ROLE)
@Tag(name = "Harvesting", description = HarvestResource.DESCRIPTION)
public class HarvestResource {

    static final String PATH = "/v1/admin/harvest-sources";

    static final String DESCRIPTION = """
            Other instances whose items are copied here. A copy keeps the id, version, licence and dates of the original, \
            says in `source` where it comes from, is read like any other item, and is never handed on: it is in no feed. \
            Only its origin changes or removes it; an editor can hide it. What breaks the rules here is set aside, and listed \
            as rejects. A run that would remove more than 20 % of the copies, and more than five, stops before that until \
            somebody confirms it. For callers with the role `admin`.""";

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Sources sources;
    private final SourceBody bodies;
    private final Rounds rounds;
    private final Caller caller;
    private final Settings settings;
    private final UriInfo uri;

    HarvestResource(Sources sources, SourceBody bodies, Rounds rounds, Caller caller, Settings settings, UriInfo uri) {
        this.sources = sources;
        this.bodies = bodies;
        this.rounds = rounds;
        this.caller = caller;
        this.settings = settings;
        this.uri = uri;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createHarvestSource",
            summary = "Create a source",
            description =
                    "Its first run begins at once. Copies of a source of that name that was deleted are its own again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewSource.class), example = """
                                    {"name": "mainz", "url": "https://api.mainz.example", "types": ["EVENT", "PLACE"]}
                                    """))
    @APIResponse(
            responseCode = "201",
            description = "The source.",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where it is.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri", maxLength = 2000)),
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response create(byte[] body) {
        var actor = actor();
        var source = sources.create(actor, bodies.read(body));
        rounds.lookNow();
        return unkept(Response.created(URI.create(settings.baseUrl() + PATH + "/" + source.name())), source);
    }

    @GET
    @Operation(operationId = "listHarvestSources", summary = "List sources", description = "By name, with how they do.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the sources.",
            content = @Content(schema = @Schema(implementation = SourcePage.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    public Response list() {
        caller.requireActor(Role.ADMIN);
        var query = new Query(uri.getQueryParameters());
        var limit = PageLimit.take(query);
        var after = SourcePage.after(query);
        query.finish();
        var found = sources.list(after, limit + 1);
        var part = FirstPart.of(found, limit, ShownSource::name, settings.baseUrl() + PATH, uri);
        return unkept(Response.ok(), new SourcePage(part.data(), part.page(), part.links()));
    }

    @GET
    @Path("{name}")
    @Operation(
            operationId = "getHarvestSource",
            summary = "Get a source",
            description = "How far it has been read, and what came of it. Without its key.")
    @APIResponse(
            responseCode = "200",
            description = "The source.",
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("name") String name) {
        actor();
        return unkept(Response.ok(), sources.get(name));
    }

    @PATCH
    @Path("{name}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeHarvestSource",
            summary = "Change a source",
            description =
                    "Everything but its name (RFC 7396). If its address or what is wanted changes, it is read from the beginning, and copies that do not come any more are removed. If its address leads to another host, and it has a key, the key of the new host is to be given too, or `null`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "The properties of `NewHarvestSource` that are to change."),
                            example = """
                                    {"interval": 600}
                                    """))
    @APIResponse(
            responseCode = "200",
            description = "The source.",
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response change(@PathParam("name") String name, byte[] patch) {
        var actor = actor();
        var changed = Optional.<ShownSource>empty();
        while (changed.isEmpty()) {
            var current = sources.document(name);
            changed = sources.change(actor, current, bodies.patched(current, patch));
        }
        rounds.lookNow();
        return unkept(Response.ok(), changed.get());
    }

    @DELETE
    @Path("{name}")
    @Operation(
            operationId = "deleteHarvestSource",
            summary = "Delete a source",
            description =
                    "Its copies stay as they are, unless they are to be purged: then tombstones remain of them. One that is configured has to be taken out of the configuration first.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public void delete(@PathParam("name") String name) {
        var actor = caller.requireActor(Role.ADMIN);
        var query = new Query(uri.getQueryParameters());
        var purge = SourcePage.purge(query);
        query.finish();
        sources.delete(actor, name, purge);
    }

    @POST
    @Path("{name}/run")
    @Operation(
            operationId = "runHarvestSource",
            summary = "Pull a source now",
            description =
                    "Has a run begin at once, unless it is paused or held; during a run, after it. `runs` says when it has ended.")
    @APIResponse(
            responseCode = "202",
            description = "The source as it is before.",
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response run(@PathParam("name") String name) {
        actor();
        var source = sources.wake(name);
        rounds.lookNow();
        return unkept(Response.accepted(), source);
    }

    @POST
    @Path("{name}/pause")
    @Operation(
            operationId = "pauseHarvestSource",
            summary = "Pause a source",
            description = "It is not pulled until it is resumed. Its copies stay as they are.")
    @APIResponse(
            responseCode = "200",
            description = "The source.",
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response pause(@PathParam("name") String name) {
        return unkept(Response.ok(), sources.pause(actor(), name));
    }

    @POST
    @Path("{name}/resume")
    @Operation(
            operationId = "resumeHarvestSource",
            summary = "Resume a source",
            description = "A run begins at once, where the last one ended. Does nothing if it is not paused.")
    @APIResponse(
            responseCode = "200",
            description = "The source.",
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response resume(@PathParam("name") String name) {
        var resumed = sources.resume(actor(), name);
        rounds.lookNow();
        return unkept(Response.ok(), resumed);
    }

    @POST
    @Path("{name}/confirm")
    @Operation(
            operationId = "confirmHarvestSource",
            summary = "Let a held run go on",
            description =
                    "Lets it remove the copies that wait for that (`removals`). Does nothing if it is not held. If they are not to be removed, pause it, have its origin look after it, and resume it: then they are counted once more.")
    @APIResponse(
            responseCode = "200",
            description = "The source.",
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response confirm(@PathParam("name") String name) {
        var confirmed = sources.confirm(actor(), name);
        rounds.lookNow();
        return unkept(Response.ok(), confirmed);
    }

    @GET
    @Path("{name}/rejects")
    @Operation(
            operationId = "listHarvestRejects",
            summary = "List what was set aside",
            description = "What broke the rules here, or has the id of something else, until the origin changes it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of what was set aside.",
            content = @Content(schema = @Schema(implementation = RejectPage.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response rejects(@PathParam("name") String name) {
        caller.requireActor(Role.ADMIN);
        var query = new Query(uri.getQueryParameters());
        var limit = PageLimit.take(query);
        var before = IdCursor.after(query);
        query.finish();
        var found = sources.rejects(name, before, limit + 1);
        var list = settings.baseUrl() + PATH + "/" + name + "/rejects";
        var part = FirstPart.of(found, limit, ShownReject::id, list, uri);
        return unkept(Response.ok(), new RejectPage(part.data(), part.page(), part.links()));
    }

    /** Who manages sources by a call that takes no parameters. */
    private Actor actor() {
        new Query(uri.getQueryParameters()).finish();
        return caller.requireActor(Role.ADMIN);
    }

    private static Response unkept(Response.ResponseBuilder answer, Object body) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").entity(body).build();
    }
}
