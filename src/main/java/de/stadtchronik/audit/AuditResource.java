package de.stadtchronik.audit;

import de.stadtchronik.access.Role;
import de.stadtchronik.change.LoggedKind;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.problem.AllowedMethods;
import de.stadtchronik.query.AdminList;
import de.stadtchronik.query.Query;
import de.stadtchronik.settings.Settings;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

/** The audit trail over HTTP, for administrators. */
@Path(AuditResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_ROLE)
@Tag(name = "Administration")
public class AuditResource {

    static final String PATH = "/v1/admin/audit";

    private final AuditLog trail;
    private final AllowedMethods paths;
    private final ResourceTypes types;
    private final List<LoggedKind> others;
    private final Settings settings;
    private final UriInfo uri;

    AuditResource(
            AuditLog trail,
            AllowedMethods paths,
            ResourceTypes types,
            @All List<LoggedKind> others,
            Settings settings,
            UriInfo uri) {
        this.trail = trail;
        this.paths = paths;
        this.types = types;
        this.others = others;
        this.settings = settings;
        this.uri = uri;
    }

    @GET
    @Operation(
            operationId = "listAudit",
            summary = "List what was done and what was refused",
            description =
                    "The newest first: every line of the change log, and the newest 10,000 refused attempts. Contains neither addresses nor slugs.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the trail.",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public Response list() {
        var question = Question.take(
                Query.of(uri), types.all().stream().map(ResourceType::name).toList(), others, paths::isRequest);
        return AdminList.of(
                settings.baseUrl() + PATH,
                uri,
                question.limit(),
                trail.read(question),
                row -> AuditCursor.of(row).cursor(),
                (data, page, links) ->
                        new AuditPage(data.stream().map(AuditRow::shown).toList(), page, links));
    }
}
