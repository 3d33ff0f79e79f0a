package de.stadtchronik.audit;

import de.stadtchronik.access.Role;
import de.stadtchronik.content.FirstPart;
import de.stadtchronik.content.Query;
import de.stadtchronik.content.ResourceType;
import de.stadtchronik.content.ResourceTypes;
import de.stadtchronik.problem.AllowedMethods;
import de.stadtchronik.settings.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail, for those who look after the service. */
@Path(AuditResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_ROLE)
@Tag(name = "Administration")
public class AuditResource {

    static final String PATH = "/v1/admin/audit";

    private final Trail trail;
    private final AllowedMethods paths;
    private final ResourceTypes types;
    private final Settings settings;
    private final UriInfo uri;

    AuditResource(Trail trail, AllowedMethods paths, ResourceTypes types, Settings settings, UriInfo uri) {
        this.trail = trail;
        this.paths = paths;
        this.types = types;
        this.settings = settings;
        this.uri = uri;
    }

    @GET
    @Operation(
            operationId = "listAudit",
            summary = "List what was done and what was refused",
            description =
                    "The newest first: every line of the change log, and the newest 10,000 refused attempts. Tells neither addresses nor slugs.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the trail.",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    public Response list() {
        var question = Question.take(
                new Query(uri.getQueryParameters()),
                types.all().stream().map(ResourceType::name).toList(),
                paths::isRequest);
        var found = trail.read(question);
        var part = FirstPart.of(
                found, question.limit(), trace -> Place.of(trace).cursor(), settings.baseUrl() + PATH, uri);
        var page = new AuditPage(part.data().stream().map(Trace::shown).toList(), part.page(), part.links());
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
