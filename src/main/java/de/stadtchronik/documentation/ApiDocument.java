package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createTag;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.TypeCheck;
import de.stadtchronik.listing.Listing;
import de.stadtchronik.query.WriteParameters;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Completes the document that was read from the annotations. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {

    private static final String OTHERS = "";
    private static final String EDITING = "Editing";
    private static final String NOT_BLANK = "\\S";

    /** In this order: what a reader looks for comes first. */
    private static final List<String> TAGS = List.of(
            "Releases",
            "Events",
            "Event series",
            "Projects",
            "Organisations",
            "People",
            "Places",
            "Topics",
            "FAQs",
            "Media",
            "Search",
            "Pulling",
            OTHERS,
            EDITING,
            "Webhooks",
            "Harvesting",
            "Administration");

    private final IndexView index;

    public ApiDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var types = types(document);
        TypeCheck.requireSound(types);
        var schemas = new RecordSchemas(document.getComponents().getSchemas());
        var listings = types.stream().map(type -> Listing.of(type, types)).toList();
        var everything = Listing.ofAll(types);
        var everywhere = Stream.concat(
                listings.stream().flatMap(listing -> Stream.of(listing.parameters(), listing.itemParameters())),
                Stream.of(everything.parameters(), WriteParameters.ofDeletion()));
        var components = new Components(document.getComponents(), everywhere);
        var reading = new Operations(document, components);
        var editing = new EditOperations(document, components);
        for (var i = 0; i < types.size(); i++) {
            schemas.derive(types.get(i));
            reading.complete(types.get(i), listings.get(i));
            editing.complete(types.get(i));
        }
        types.stream().findFirst().ifPresent(schemas::deriveCommon);
        schemas.deriveAny(types);
        schemas.describeProblemMembers();
        EditOperations.requests().forEach(schemas::deriveRequest);
        reading.complete(everything);
        reading.completePulling(types);
        Administration.complete(document, components);
        document.getComponents().setSchemas(schemas.result());
        components.sort();
        sortTags(document);
    }

    /** JSON Schema looks for a pattern anywhere in a text, which is right for blanks; Bean Validation compares the whole. */
    @Override
    public Schema filterSchema(Schema schema) {
        var pattern = schema.getPattern();
        return pattern == null || pattern.startsWith("^") || pattern.equals(NOT_BLANK)
                ? schema
                : schema.pattern("^(" + pattern + ")$");
    }

    private static void sortTags(OpenAPI document) {
        var tags = document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> operation.getTags().stream())
                .distinct()
                .sorted(Comparator.<String>comparingInt(ApiDocument::place).thenComparing(Comparator.naturalOrder()))
                .map(name -> described(name, document))
                .toList();
        document.setTags(tags);
    }

    private static int place(String tag) {
        return TAGS.indexOf(TAGS.contains(tag) ? tag : tag.startsWith(EDITING) ? EDITING : OTHERS);
    }

    private static Tag described(String name, OpenAPI document) {
        return document.getTags().stream()
                .filter(tag -> tag.getName().equals(name))
                .findFirst()
                .orElseGet(() -> createTag().name(name));
    }

    /** All types that have paths in the document; one that is switched off in this build has none. */
    private List<ResourceType> types(OpenAPI document) {
        return index.getAllKnownImplementations(DotName.createSimple(ResourceType.class)).stream()
                .map(implementation -> instantiate(implementation.name().toString()))
                .filter(type -> document.getPaths().hasPathItem("/v1/" + type.path()))
                .sorted(Comparator.comparing(ResourceType::path))
                .toList();
    }

    private static ResourceType instantiate(String className) {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            return (ResourceType)
                    loader.loadClass(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalStateException(className + " needs a public constructor without arguments", unusable);
        }
    }
}
