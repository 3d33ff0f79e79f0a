package de.stadtchronik.backup;

import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.query.WriteParameters;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Backup and compaction, for administrators. */
@Path("/v1/admin")
@Tag(name = "Administration")
public class BackupResource {

    private final Upkeep upkeep;
    private final Caller caller;
    private final UriInfo uri;

    BackupResource(Upkeep upkeep, Caller caller, UriInfo uri) {
        this.upkeep = upkeep;
        this.caller = caller;
        this.uri = uri;
    }

    @POST
    @Path("backup")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "backUp", summary = "Back up the database", description = """
                    Makes a copy of the whole database, including keys, as of one moment and while the service keeps \
                    running. It is stored in `backups` below the data folder. A service that starts from it begins a new \
                    epoch. Only in the embedded edition; for PostgreSQL there is `pg_dump`.""")
    @APIResponse(
            responseCode = "200",
            description = "The backup is made.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Backup.class)))
    @APIResponse(responseCode = "501", ref = "NotInThisEdition")
    public Response backUp() {
        requireAdmin();
        return Response.ok(upkeep.backUp()).build();
    }

    @POST
    @Path("compact")
    @Operation(operationId = "compact", summary = "Compact the database", description = """
                    Rewrites the files of the database, so that nothing that was erased is left in them. Requests \
                    wait until it is done, and get a 503 with `Retry-After` if it takes longer than a few seconds. Old \
                    backups, and what PostgreSQL keeps in its write-ahead log, are not touched.""")
    @APIResponse(responseCode = "204", description = "The database is compacted.")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response compact() {
        requireAdmin();
        upkeep.compact();
        return Response.noContent().build();
    }

    private void requireAdmin() {
        caller.requireActor(Role.ADMIN);
        WriteParameters.take(uri, List.of());
    }
}
