package de.stadtchronik.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.document.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Bodies and headers with which the operations of a type succeed on the sample content ({@code enriched}). */
final class EditExamples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOMENT = "2090-06-01T09:00:00+02:00";

    private final ResourceType type;
    private final List<JsonNode> entries = new ArrayList<>();

    EditExamples(ResourceType type) {
        this.type = type;
        // The entries of the sample that are whole, and the patches on them.
        Stream.of("review-2020", "enriched")
                .map(set -> "sample/" + set + "/" + type.path() + ".json")
                .flatMap(file -> Examples.read(file, JsonNode.class).stream())
                .forEach(found -> found.forEach(entries::add));
    }

    private Stream<JsonNode> about(String slug) {
        return entries.stream().filter(entry -> entry.path("slug").asText().equals(slug));
    }

    /** A short document: what a document of the type needs, and a little more. */
    Optional<Object> document(Collection<String> required) {
        var wanted = new ArrayList<>(List.of("kind", "title", "name", "label", "summary", "publisher"));
        wanted.addAll(required);
        return about(type.exampleSlug()).findFirst().map(entry -> {
            var document = new LinkedHashMap<String, Object>();
            entry.properties().stream()
                    .filter(property -> wanted.contains(property.getKey()))
                    .forEach(property ->
                            document.put(property.getKey(), JSON.convertValue(property.getValue(), Object.class)));
            return document;
        });
    }

    Optional<Object> request(Edit edit) {
        return switch (edit) {
            case PUBLISH -> Optional.of(Map.of("updateType", "MINOR"));
            case SCHEDULE -> Optional.of(Map.of("publishAt", MOMENT));
            case WITHDRAW -> Optional.of(Map.of("explanation", Map.of("de", "Die Angaben waren falsch.")));
            case ARCHIVE -> Optional.of(Map.of("notice", Map.of("de", "Wird nicht mehr gepflegt.")));
            case RESTORE -> Optional.of(Map.of("version", 1));
            case MERGE -> another().map(slug -> Map.of("into", type.path() + "/" + slug));
            case PREVIEW -> Optional.of(Map.of());
            default -> Optional.empty();
        };
    }

    private Optional<String> another() {
        return entries.stream()
                .map(entry -> entry.path("slug").asText())
                .filter(slug -> !slug.equals(type.exampleSlug()))
                .findFirst();
    }
}
