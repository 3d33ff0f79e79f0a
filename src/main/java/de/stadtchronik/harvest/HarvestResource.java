package de.stadtchronik.harvest;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.query.AdminList;
import de.stadtchronik.query.PageLimit;
import de.stadtchronik.query.Query;
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

/** Sources over HTTP, for administrators. */
@Path(HarvestResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_ROLE)
@Tag(name = "Harvesting", description = HarvestResource.DESCRIPTION)
public class HarvestResource {

    static final String PATH = "/v1/admin/harvest-sources";

    static final String DESCRIPTION = """
            Other instances whose items are copied here. A copy keeps the id, version, licence and dates of the original, \
            says in `source` where it comes from, is read like any other item, and is never passed on: it is in no feed. \
            Only its origin can change or remove it; an editor can hide it. An item that breaks the rules here is set \
            aside and listed among the rejects. A run that would remove more than 20 % of the copies, and more than five, \
            stops before that until an administrator confirms it, and so does one that would bring more than `mostCopies` or \
            `mostBytes`. For callers with the role `admin`.""";

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Sources sources;
    private final SourceViews views;
    private final SourceBody bodies;
    private final HarvestScheduler scheduler;
    private final Caller caller;
    private final Settings settings;
    private final UriInfo uri;

    HarvestResource(
            Sources sources,
            SourceViews views,
            SourceBody bodies,
            HarvestScheduler scheduler,
            Caller caller,
            Settings settings,
            UriInfo uri) {
        this.sources = sources;
        this.views = views;
        this.bodies = bodies;
        this.scheduler = scheduler;
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
                    "The first run begins at once. If a source of the same name was deleted before, its copies belong to this one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewSource.class), example = """
                                    {"name": "mainz", "url": "https://api.mainz.example", "types": ["EVENT", "PLACE"]}
                                    """))
    @APIResponse(
            responseCode = "201",
            description = "The source.",
            headers = @Header(name = HttpHeaders.LOCATION, ref = "Location"),
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response create(byte[] body) {
        var source = sources.create(actor(), bodies.read(body));
        scheduler.lookNow();
        return Response.created(URI.create(settings.baseUrl() + PATH + "/" + source.name()))
                .entity(source)
                .build();
    }

    @GET
    @Operation(
            operationId = "listHarvestSources",
            summary = "List sources",
            description = "By name, each with its state.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the sources.",
            content = @Content(schema = @Schema(implementation = SourcePage.class)))
    public Response list() {
        caller.requireActor(Role.ADMIN);
        var query = Query.of(uri);
        var limit = PageLimit.take(query);
        var after = SourcePage.after(query);
        query.finish();
        var found = views.list(after, limit + 1);
        return AdminList.of(settings.baseUrl() + PATH, uri, limit, found, SourcePage::cursor, SourcePage::new);
    }

    @GET
    @Path("{name}")
    @Operation(
            operationId = "getHarvestSource",
            summary = "Get a source",
            description = "How far it has been read, and with what result. Without its key.")
    @APIResponse(responseCode = "200", ref = "HarvestSource")
    public Response get(@PathParam("name") String name) {
        actor();
        return Response.ok(views.get(name)).build();
    }

    @PATCH
    @Path("{name}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeHarvestSource",
            summary = "Change a source",
            description =
                    "Changes everything but the name (RFC 7396). If the address or a filter changes, the source is read from the beginning, and copies that it no longer contains are removed. If the address leads to another host and the source has a key, give the key of the new host as well, or `null`.")
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
    @APIResponse(responseCode = "200", ref = "HarvestSource")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "InvalidDocument")
    public Response change(@PathParam("name") String name, byte[] patch) {
        var actor = actor();
        var changed = Optional.<ShownSource>empty();
        while (changed.isEmpty()) {
            var current = sources.document(name);
            changed = sources.change(actor, current, bodies.patched(current, patch));
        }
        scheduler.lookNow();
        return Response.ok(changed.get()).build();
    }

    @DELETE
    @Path("{name}")
    @Operation(
            operationId = "deleteHarvestSource",
            summary = "Delete a source",
            description =
                    "Its copies stay as they are; with `purge=true` they are removed and leave tombstones, in steps: the source is `PURGING` meanwhile, and gone after the last one. A source in the configuration has to be taken out of it first.")
    @APIResponse(
            responseCode = "202",
            description = "The source, whose copies are being removed.",
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    @APIResponse(responseCode = "204", ref = "Deleted")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response delete(@PathParam("name") String name) {
        var actor = caller.requireActor(Role.ADMIN);
        var query = Query.of(uri);
        var purge = query.isTrue(SourcePage.PURGE);
        query.finish();
        var purged = sources.delete(actor, name, purge);
        scheduler.lookNow();
        return purged.map(source -> Response.accepted().entity(source))
                .orElseGet(Response::noContent)
                .build();
    }

    @POST
    @Path("{name}/run")
    @Operation(
            operationId = "runHarvestSource",
            summary = "Pull a source now",
            description =
                    "Starts a run at once, or after the one under way; does nothing if the source is paused or held. When `runs` has risen, the run has ended.")
    @APIResponse(
            responseCode = "202",
            description = "The source before the run.",
            content = @Content(schema = @Schema(implementation = ShownSource.class)))
    public Response run(@PathParam("name") String name) {
        actor();
        var source = sources.wake(name);
        scheduler.lookNow();
        return Response.accepted().entity(source).build();
    }

    @POST
    @Path("{name}/pause")
    @Operation(
            operationId = "pauseHarvestSource",
            summary = "Pause a source",
            description = "The source is not pulled until it is resumed. Its copies stay as they are.")
    @APIResponse(responseCode = "200", ref = "HarvestSource")
    public Response pause(@PathParam("name") String name) {
        return Response.ok(sources.pause(actor(), name)).build();
    }

    @POST
    @Path("{name}/resume")
    @Operation(
            operationId = "resumeHarvestSource",
            summary = "Resume a source",
            description = "A run begins at once, where the last one ended. Does nothing if the source is not paused.")
    @APIResponse(responseCode = "200", ref = "HarvestSource")
    public Response resume(@PathParam("name") String name) {
        var resumed = sources.resume(actor(), name);
        scheduler.lookNow();
        return Response.ok(resumed).build();
    }

    @POST
    @Path("{name}/confirm")
    @Operation(
            operationId = "confirmHarvestSource",
            summary = "Confirm removals, or growth",
            description =
                    "Lets a held source remove the copies that are waiting for this (`removals`), or bring as much again (`mostCopies`, `mostBytes`), whichever it is held for (`lastError`). Does nothing if it is not held. If copies should stay, pause the source, ask its origin to mend it, and resume: then the removals are counted again.")
    @APIResponse(responseCode = "200", ref = "HarvestSource")
    public Response confirm(@PathParam("name") String name) {
        var confirmed = sources.confirm(actor(), name);
        scheduler.lookNow();
        return Response.ok(confirmed).build();
    }

    @GET
    @Path("{name}/rejects")
    @Operation(
            operationId = "listHarvestRejects",
            summary = "List what was set aside",
            description = "Items that break the rules here, or whose id is taken, until the origin changes them.")
    @APIResponse(
            responseCode = "200",
            description = "A page of what was set aside.",
            content = @Content(schema = @Schema(implementation = ShownReject.Page.class)))
    public Response rejects(@PathParam("name") String name) {
        caller.requireActor(Role.ADMIN);
        return AdminList.byId(
                settings.baseUrl() + PATH + "/" + name + "/rejects",
                uri,
                (before, limit) -> views.rejects(name, before, limit),
                ShownReject::id,
                ShownReject.Page::new);
    }

    /** The caller of an operation that takes no parameters. */
    private Actor actor() {
        Query.of(uri).finish();
        return caller.requireActor(Role.ADMIN);
    }
}
