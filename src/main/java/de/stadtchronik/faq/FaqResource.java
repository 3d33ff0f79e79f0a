package de.stadtchronik.faq;

import de.stadtchronik.editing.EditedResource;
import de.stadtchronik.editing.Editor;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.reading.Reader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of frequently asked questions. */
@Path("/v1/" + FaqResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(name = "FAQs", description = "Lists of frequently asked questions.")
public class FaqResource implements EditedResource {

    static final String PATH = "faqs";

    private final Reader reader;
    private final Editor editor;
    private final FaqType type;

    FaqResource(Reader reader, Editor editor, FaqType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public FaqType type() {
        return type;
    }

    @GET
    @Operation(operationId = "listFaqs", summary = "List FAQ lists")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getFaq", summary = "Get an FAQ list")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
