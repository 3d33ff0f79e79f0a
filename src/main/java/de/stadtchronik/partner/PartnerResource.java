package de.stadtchronik.partner;

import de.stadtchronik.access.Role;
import de.stadtchronik.query.AdminList;
import de.stadtchronik.query.Query;
import de.stadtchronik.settings.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How partners are doing, for administrators. */
@Path(PartnerResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_ROLE)
@Tag(name = "Administration")
public class PartnerResource {

    static final String PATH = "/v1/admin/partners";

    private final Partners partners;
    private final Settings settings;
    private final UriInfo uri;

    PartnerResource(Partners partners, Settings settings, UriInfo uri) {
        this.partners = partners;
        this.settings = settings;
        this.uri = uri;
    }

    @GET
    @Operation(operationId = "listPartners", summary = "List partners", description = """
                    Keys that pull, one entry per filter; keys with the role `partner` that never pulled; webhooks; and \
                    sources of copies. Each entry says when content last passed and what went wrong; for followers of the \
                    feed also how far they are behind, and when their cursor expires. \
                    `?status=EXPIRING,EXPIRED,FAILING` lists the partners to write to.

                    Clients that pull without a key are unknown. Of one key, the last twenty filters are kept. When the \
                    process is killed, pulls of the last second are not noted.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of the partners.",
            content = @Content(schema = @Schema(implementation = Partner.Page.class)))
    public Response list() {
        var question = PartnerQuestion.take(Query.of(uri));
        var found = partners.all().stream()
                .filter(question::takes)
                .limit(question.limit() + 1L)
                .toList();
        return AdminList.of(
                settings.baseUrl() + PATH,
                uri,
                question.limit(),
                found,
                partner -> PartnerCursor.of(partner).cursor(),
                Partner.Page::new);
    }
}
