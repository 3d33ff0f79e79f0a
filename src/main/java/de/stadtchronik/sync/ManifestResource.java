package de.stadtchronik.sync;

import de.stadtchronik.connection.Streams;
import de.stadtchronik.feed.FeedQuestion;
import de.stadtchronik.feed.Manifest;
import de.stadtchronik.query.Query;
import de.stadtchronik.reading.Answer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The manifest over HTTP, with which partners check their copy. */
@Path("/v1/manifest")
@Tag(name = "Pulling")
public class ManifestResource {

    private final Manifest manifest;
    private final Streams streams;
    private final UriInfo uri;

    ManifestResource(Manifest manifest, Streams streams, UriInfo uri) {
        this.manifest = manifest;
        this.streams = streams;
        this.uri = uri;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getManifest", summary = "Prove that a copy is whole", description = """
                    Id and version of everything that a copy pulled with the same filters has to contain, as of one \
                    moment. `checksum` is the SHA-256 (hexadecimal) of the lines `<id> <version>\\n`, sorted by id. If \
                    `position` equals your `next`, your copy has to have the same checksum; otherwise pull first. Ask \
                    with `since` (your `next`) to apply the filters in it, and with `data=none` for the checksum alone.

                    With `Accept: application/x-ndjson` there is a line for each item, and a last one for the rest.""")
    @APIResponse(
            responseCode = "200",
            description = "The manifest.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ManifestAnswer.class)),
                @Content(
                        mediaType = ChangesResource.NDJSON,
                        schema = @Schema(description = "Lines of JSON (NDJSON)."),
                        examples = @ExampleObject(name = "nothing", value = """
                                {"count":0,"checksum":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","position":"eyJlIjoiNW"}
                                """))
            })
    public Response json(@Context HttpHeaders headers) throws IOException {
        Accepted.requireJson(headers);
        var question = question();
        if (question.thin()) {
            var bytes = new ByteArrayOutputStream();
            manifest.writeJson(question, bytes);
            return Response.ok(Answer.current(bytes.toByteArray(), Optional.empty()))
                    .build();
        }
        return Response.ok(streams.of(out -> manifest.writeJson(question, out))).build();
    }

    @GET
    @Produces(ChangesResource.NDJSON + ";qs=0.5")
    @Operation(hidden = true)
    public Response lines() {
        var question = question();
        return Response.ok(streams.of(out -> manifest.writeLines(question, out)))
                .build();
    }

    private FeedQuestion question() {
        return manifest.question(Query.of(uri));
    }
}
