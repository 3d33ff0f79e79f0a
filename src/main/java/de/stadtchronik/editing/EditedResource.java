package de.stadtchronik.editing;

import de.stadtchronik.access.Role;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.writing.Writing;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * The operations that edit items, declared once for all types. The resource of a type declares how it is read, and
 * implements this to be edited. The API document gives each type its own typed operations. Where the body may be
 * empty, its format does not matter.
 */
public interface EditedResource {

    Editor editor();

    ResourceType type();

    @POST
    @Consumes({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
    default Response create(byte[] body) {
        return editor().create(type(), body);
    }

    @PUT
    @Path("{idOrSlug}")
    @Consumes({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
    default Response replace(@PathParam("idOrSlug") String idOrSlug, byte[] body) {
        return editor().replace(type(), idOrSlug, body);
    }

    @PATCH
    @Path("{idOrSlug}")
    @Consumes({Editor.MERGE_PATCH, MediaType.APPLICATION_JSON})
    default Response patch(@PathParam("idOrSlug") String idOrSlug, byte[] body) {
        return editor().patch(type(), idOrSlug, body);
    }

    @DELETE
    @Path("{idOrSlug}")
    default Response delete(@PathParam("idOrSlug") String idOrSlug) {
        return editor().delete(type(), idOrSlug);
    }

    @PUT
    @Path("by-source/{system}/{externalId}")
    @Consumes({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
    default Response upsert(
            @PathParam("system") String system, @PathParam("externalId") String externalId, byte[] body) {
        return editor().upsert(type(), system, externalId, body);
    }

    @POST
    @Path("{idOrSlug}/publish")
    @RequestBody(content = @Content(schema = @Schema(implementation = PublishRequest.class)))
    default Response publish(@PathParam("idOrSlug") String idOrSlug, byte[] body) {
        return editor().act(type(), idOrSlug, Role.EDITOR, body, PublishRequest.class);
    }

    @POST
    @Path("{idOrSlug}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = ScheduleRequest.class)))
    default Response schedule(@PathParam("idOrSlug") String idOrSlug, byte[] body) {
        return editor().act(type(), idOrSlug, Role.EDITOR, body, ScheduleRequest.class);
    }

    @DELETE
    @Path("{idOrSlug}/schedule")
    default Response cancelSchedule(@PathParam("idOrSlug") String idOrSlug) {
        return editor().act(type(), idOrSlug, Writing::cancelSchedule);
    }

    @POST
    @Path("{idOrSlug}/withdraw")
    @RequestBody(content = @Content(schema = @Schema(implementation = WithdrawRequest.class)))
    default Response withdraw(@PathParam("idOrSlug") String idOrSlug, byte[] body) {
        return editor().act(type(), idOrSlug, Role.EDITOR, body, WithdrawRequest.class);
    }

    @POST
    @Path("{idOrSlug}/archive")
    @RequestBody(content = @Content(schema = @Schema(implementation = ArchiveRequest.class)))
    default Response archive(@PathParam("idOrSlug") String idOrSlug, byte[] body) {
        return editor().act(type(), idOrSlug, Role.EDITOR, body, ArchiveRequest.class);
    }

    @POST
    @Path("{idOrSlug}/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = RestoreRequest.class)))
    default Response restore(@PathParam("idOrSlug") String idOrSlug, byte[] body) {
        return editor().act(type(), idOrSlug, Role.AUTHOR, body, RestoreRequest.class);
    }

    @POST
    @Path("{idOrSlug}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = MergeRequest.class)))
    default Response merge(@PathParam("idOrSlug") String idOrSlug, byte[] body) {
        return editor().merge(type(), idOrSlug, body);
    }

    @POST
    @Path("{idOrSlug}/hide")
    default Response hide(@PathParam("idOrSlug") String idOrSlug) {
        return editor().act(type(), idOrSlug, (writing, id) -> writing.hide(id, true));
    }

    @POST
    @Path("{idOrSlug}/unhide")
    default Response unhide(@PathParam("idOrSlug") String idOrSlug) {
        return editor().act(type(), idOrSlug, (writing, id) -> writing.hide(id, false));
    }

    @POST
    @Path("{idOrSlug}/erase")
    default Response erase(@PathParam("idOrSlug") String idOrSlug) {
        return editor().erase(type(), idOrSlug);
    }

    @POST
    @Path("{idOrSlug}/preview")
    @RequestBody(content = @Content(schema = @Schema(implementation = PreviewRequest.class)))
    default Response preview(@PathParam("idOrSlug") String idOrSlug, byte[] body) {
        return editor().preview(type(), idOrSlug, body);
    }

    @GET
    @Path("{idOrSlug}/versions")
    default Answer versions(@PathParam("idOrSlug") String idOrSlug) {
        return editor().versions().list(type(), idOrSlug);
    }

    @GET
    @Path("{idOrSlug}/versions/{version}")
    @Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
    default Answer version(@PathParam("idOrSlug") String idOrSlug, @PathParam("version") int version) {
        return editor().versions().version(type(), idOrSlug, version);
    }

    @GET
    @Path("{idOrSlug}/versions/{version}/diff")
    default Answer difference(@PathParam("idOrSlug") String idOrSlug, @PathParam("version") int version) {
        return editor().versions().difference(type(), idOrSlug, version);
    }
}
