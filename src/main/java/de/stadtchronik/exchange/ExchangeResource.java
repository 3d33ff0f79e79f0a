package de.stadtchronik.exchange;

import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.connection.Streams;
import de.stadtchronik.query.WriteParameters;
import de.stadtchronik.text.Languages;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything out, and everything in. */
@Path("/v1")
@Produces(ExchangeResource.NDJSON)
@Tag(name = "Administration", description = "What only administrators may do: export, import, backup, compaction.")
public class ExchangeResource {

    static final String NDJSON = "application/x-ndjson";

    private final ContentExport export;
    private final Importer importer;
    private final Spool spool;
    private final Streams streams;
    private final Caller caller;
    private final UriInfo uri;
    private final HttpHeaders headers;

    ExchangeResource(
            ContentExport export,
            Importer importer,
            Spool spool,
            Streams streams,
            Caller caller,
            UriInfo uri,
            HttpHeaders headers) {
        this.export = export;
        this.importer = importer;
        this.spool = spool;
        this.streams = streams;
        this.caller = caller;
        this.uri = uri;
        this.headers = headers;
    }

    @GET
    @Path("export")
    @Operation(operationId = "export", summary = "Export everything", description = """
                    All content, as of one moment, in a stream of any size: drafts, published documents, old versions, \
                    slugs, and what is left of items that are gone. No keys, no log.

                    Each line is a JSON object. The first says what this is (`format`, `version`, `exportedAt`, \
                    `epoch`, `head`). Then, by id, each item (`record` is `item`), followed by its old versions \
                    (`version`). The last line (`end`) counts both: without it, the export is not whole.""")
    @APIResponse(
            responseCode = "200",
            description = "The export.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(description = "Lines of JSON (NDJSON)."),
                            examples = @ExampleObject(name = "nothing", value = """
                                                    {"format":"stadtchronik-export","version":1,"exportedAt":"2026-01-01T00:00:00Z","epoch":"5d6d7bd4-7c57-4a4b-a9f0-2a0d9c6f6f0e","head":0}
                                                    {"record":"end","items":0,"versions":0}
                                                    """)))
    public Response export() {
        caller.requireActor(Role.ADMIN);
        WriteParameters.take(uri, List.of());
        return Response.ok(streams.of(export::write))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"stadtchronik.ndjson\"")
                .build();
    }

    @POST
    @Path("import")
    @Consumes(NDJSON)
    @Operation(operationId = "import", summary = "Import", description = """
                    Takes lines of JSON, of any number; a line has at most 4 MiB. They may come from an export, or be \
                    written by hand, also mixed. A line of an export gives an item exactly the state that it had there. \
                    A line by hand has `type` (such as `RELEASE` or `releases`), `document` (as in `POST`), and may have \
                    `id`, `source` (where the document has none), and `publish`. It means the item with the same \
                    `source`, or else the same `id`; a line with neither means the item that the same line made before. \
                    References may point forward.

                    The answer has a line for each line, in order, and a summary at the end: without it, the import broke \
                    off. Asked again, it goes on from there: what is here already stays `UNCHANGED`. What refers to \
                    something that is not there, or cannot be published, stays a draft and says why.

                    An export whose end is missing is refused as a whole. An export into an instance without any \
                    content begins a new epoch.""")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "`true` only checks: the answer is the same, but nothing is written.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @RequestBody(
            required = true,
            description = "Lines of JSON, of any number.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(description = "Lines of JSON (NDJSON)."),
                            examples = @ExampleObject(name = "twoTopics", value = """
                                                    {"type":"TOPIC","source":{"system":"cms","externalId":"17"},"document":{"label":{"de":"Kultur"}}}
                                                    {"type":"TOPIC","source":{"system":"cms","externalId":"18"},"document":{"label":{"de":"Musik"},"parent":{"source":{"system":"cms","externalId":"17"}}}}
                                                    """)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each line, and how many there were.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = ImportAnswer.Line.class),
                            examples = @ExampleObject(name = "oneCreated", value = """
                                                    {"line":1,"status":"CREATED","id":"01767a03-3800-76de-9812-bb506a483061"}
                                                    {"summary":{"created":1,"lines":1,"refused":0,"skipped":0,"unchanged":0,"updated":0,"withErrors":0},"dryRun":false}
                                                    """)))
    public Response take(InputStream body) throws IOException {
        var actor = caller.requireActor(Role.ADMIN);
        var dryRun = WriteParameters.take(uri, WriteParameters.usual()).dryRun();
        var language = Languages.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .spoken();
        var file = spool.keep(body);
        var handedOver = false;
        try {
            importer.requireWhole(file);
            handedOver = true;
        } finally {
            if (!handedOver) {
                Files.deleteIfExists(file);
            }
        }
        StreamingOutput answer = out -> {
            try {
                var lines = new ImportAnswer(out, language);
                importer.run(file, actor, dryRun, lines);
                lines.finish(dryRun);
            } finally {
                Files.deleteIfExists(file);
            }
        };
        return Response.ok(answer).build();
    }
}
