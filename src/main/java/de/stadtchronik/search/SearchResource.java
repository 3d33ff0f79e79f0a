package de.stadtchronik.search;

import de.stadtchronik.listing.Listing;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.reading.Reader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All types in one list: whatever refers to an item, is about a topic, or lies in an area. */
@Path("/v1/" + Listing.EVERYTHING)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(name = "Search", description = "All types in one list: whatever refers to an item, is about a topic, and so on.")
public class SearchResource {

    private final Reader reader;

    SearchResource(Reader reader) {
        this.reader = reader;
    }

    @GET
    @Operation(operationId = "search", summary = "Find items of all types")
    public Answer list() {
        return reader.listEverything();
    }
}
