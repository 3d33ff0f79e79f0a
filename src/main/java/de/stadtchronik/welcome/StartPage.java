package de.stadtchronik.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.problem.WebPage;
import de.stadtchronik.reading.Reader;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.Languages;
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
    private final Settings settings;
    private final ObjectMapper json;

    StartPage(Reader reader, ResourceTypes types, IndexResource index, Settings settings, ObjectMapper json) {
        this.reader = reader;
        this.types = types;
        this.index = index;
        this.settings = settings;
        this.json = json;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance start(List<Section> sections, String language, Settings.Provider provider);
    }

    /** A list of the API with its newest items, or its first where it is alphabetical. */
    record Section(String title, String path, boolean alphabetical, List<Item> items) {}

    /** An item as a line of the page; {@code language} is that of its title. */
    record Item(String title, String language, String url, String time) {}

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
        var languages = reader.languages();
        var sections = new ArrayList<Section>();
        for (var type : types.all()) {
            sections.add(section(type, languages));
        }
        // What is sorted by time is news; the rest is there to look things up in.
        sections.sort(
                Comparator.comparing(Section::alphabetical).thenComparing(Section::path, Comparator.reverseOrder()));
        var spoken = languages.spoken();
        return WebPage.of(Templates.start(sections, spoken, settings.provider()), spoken);
    }

    private Section section(ResourceType type, Languages languages) throws IOException {
        var list = json.readTree(reader.newest(type, ITEMS).json());
        var items = StreamSupport.stream(list.get("data").spliterator(), false)
                .map(item -> item(item, languages.first()))
                .toList();
        var alphabetical = type.defaultSort().equals("title");
        return new Section(type.plural().in(languages.spoken()), type.path(), alphabetical, items);
    }

    private static Item item(JsonNode item, String language) {
        return new Item(
                item.get("title").asText(),
                // Only the title was asked for, so it is the title that fell back; German is what every chain ends in.
                item.path("fallback").asBoolean() ? Languages.GERMAN : language,
                item.get("url").asText(),
                item.path("temporal").path("display").asText());
    }
}
