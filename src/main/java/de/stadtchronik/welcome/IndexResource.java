package de.stadtchronik.welcome;

import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.listing.ReadParameters;
import de.stadtchronik.query.Query;
import de.stadtchronik.reading.Answer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1}: where everything is. */
@Path("/v1")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
public class IndexResource {

    private final ResourceTypes types;
    private final Links links;
    private final UriInfo uri;
    private final HttpHeaders headers;

    IndexResource(ResourceTypes types, Links links, UriInfo uri, HttpHeaders headers) {
        this.types = types;
        this.links = links;
        this.uri = uri;
        this.headers = headers;
    }

    @GET
    @Operation(
            operationId = "getIndex",
            summary = "List what there is",
            description = "The lists of all types, and what concerns them all. `/` gives the same as JSON.")
    @APIResponse(
            responseCode = "200",
            description = "Where everything is.",
            content = @Content(schema = @Schema(implementation = ServiceIndex.class)))
    @Parameter(ref = "lang")
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "400", ref = "InvalidParameters")
    @SecurityRequirements
    public Answer get() {
        var query = Query.of(uri);
        var language = ReadParameters.language(query, headers);
        query.finish();
        var lists = types.all().stream()
                .map(type -> new ServiceIndex.Entry(type.name(), links.collection(type.path())))
                .toList();
        var others = new TreeMap<String, String>();
        Stream.of("search", "changes", "manifest").forEach(path -> others.put(path, links.collection(path)));
        others.put("self", links.base() + "/v1");
        others.put("openapi", links.base() + "/q/openapi");
        others.put("documentation", links.base() + "/q/swagger-ui");
        return Answer.ofService(DocumentJson.write(new ServiceIndex(lists, others)), language.first());
    }
}
