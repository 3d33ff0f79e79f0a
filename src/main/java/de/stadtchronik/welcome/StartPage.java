package de.stadtchronik.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.problem.WebPage;
import de.stadtchronik.reading.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the service is: for people a page with its newest items, for programs an index of what it offers. */
@Path("/")
public class StartPage {

    private static final int ITEMS = 5;

    private static final List<Variant> FORMATS = Variant.mediaTypes(
                    MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE)
            .build();

    private final Reader reader;
    private final ResourceTypes types;
    private final IndexResource index;
    private final ObjectMapper json;

    StartPage(Reader reader, ResourceTypes types, IndexResource index, ObjectMapper json) {
        this.reader = reader;
        this.types = types;
        this.index = index;
        this.json = json;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance start(List<Section> sections, boolean english, String language);
    }

    /** A list of the API with its newest items, or its first where it is alphabetical. */
    record Section(String path, boolean alphabetical, List<Item> items) {}

    /** An item as a line of the page. */
    record Item(String title, String url, String time) {}

    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(hidden = true)
    public Response start(Request request) throws IOException {
        var wanted = request.selectVariant(FORMATS);
        return wanted != null && wanted.getMediaType().equals(MediaType.APPLICATION_JSON_TYPE)
                ? Response.ok(index.get(), MediaType.APPLICATION_JSON_TYPE).build()
                : page();
    }

    private Response page() throws IOException {
        var language = reader.language();
        var sections = new ArrayList<Section>();
        for (var type : types.all()) {
            sections.add(section(type));
        }
        // What is sorted by time is news; the rest is there to look things up in.
        sections.sort(
                Comparator.comparing(Section::alphabetical).thenComparing(Section::path, Comparator.reverseOrder()));
        var english = language.startsWith("en");
        return WebPage.of(Templates.start(sections, english, language), english ? "en" : "de");
    }

    private Section section(ResourceType type) throws IOException {
        var list = json.readTree(reader.newest(type, ITEMS).json());
        var items = StreamSupport.stream(list.get("data").spliterator(), false)
                .map(StartPage::item)
                .toList();
        return new Section(type.path(), type.defaultSort().equals("title"), items);
    }

    private static Item item(JsonNode item) {
        return new Item(
                title(item),
                item.get("url").asText(),
                item.path("temporal").path("display").asText());
    }

    private static String title(JsonNode item) {
        return List.of("title", "name", "label").stream()
                .filter(item::has)
                .map(property -> item.get(property).asText())
                .findFirst()
                .orElse(item.get("url").asText());
    }
}
