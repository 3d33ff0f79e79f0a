package de.stadtchronik.partner;

import de.stadtchronik.access.Role;
import de.stadtchronik.content.FirstPart;
import de.stadtchronik.content.Query;
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

/** How partners do, for those who look after the service. */
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
    @Operation(operationId = "listPartners", summary = "List how partners do", description = """
                    Keys that pull, by what they follow, and keys with the role `partner` that never did; webhooks; sources \
                    of copies. Of each, when something last went from one to the other, what went wrong, and where the \
                    feed is concerned, how far it is behind, and when it has to begin anew if it does not go on: \
                    `?status=EXPIRING,EXPIRED,FAILING` are those to write to.

                    Who pulls without a key is not known. Of one key, the last twenty filters are. A kill loses who pulled \
                    in the second before it.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of the partners.",
            content = @Content(schema = @Schema(implementation = PartnerPage.class)))
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    public Response list() {
        var question = PartnerQuestion.take(new Query(uri.getQueryParameters()));
        var found = partners.all().stream()
                .filter(question::takes)
                .limit(question.limit() + 1L)
                .toList();
        var part = FirstPart.of(
                found, question.limit(), partner -> Place.of(partner).cursor(), settings.baseUrl() + PATH, uri);
        return Response.ok(new PartnerPage(part.data(), part.page(), part.links()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
