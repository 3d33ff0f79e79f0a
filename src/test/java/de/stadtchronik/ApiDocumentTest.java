package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.document.ResourceTypes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The API document changes only on purpose: the committed one is the one that the build makes, its examples are what the
 * service answers, and every operation succeeds with the values it suggests.
 *
 * <p>{@code mvn test -Dtest=ApiDocumentTest -Dapi.rewrite=true} rewrites examples and document; examples reach the
 * document with the build after.
 */
@QuarkusTest
@TestProfile(ApiDocumentTest.WithSample.class)
@WithTestResource(TestDatabase.class)
class ApiDocumentTest {

    private static final boolean REWRITE = Boolean.getBoolean("api.rewrite");
    private static final Path DOCUMENT = Path.of("openapi/stadtchronik.yaml");
    private static final int LONGEST_EXAMPLE = 2500;
    private static final Path EXAMPLES = Path.of("src/main/resources/examples");

    @Inject
    ResourceTypes types;

    @Inject
    ObjectMapper json;

    /** The service with its sample content, and without the type that only a test knows. */
    public static class WithSample implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "stadtchronik.sample", "enriched",
                    "mp.openapi.scan.exclude.packages", "de.stadtchronik.notice");
        }
    }

    @Test
    void theCommittedDocumentIsTheOneThatIsBuilt() throws IOException {
        compare(DOCUMENT, given().get("/q/openapi").asString());
    }

    @Test
    void theExamplesAreWhatTheServiceAnswers() throws IOException {
        for (var type : types.all()) {
            var collection = "/v1/" + type.path();
            compareExample(type.path(), collection + "/" + type.exampleSlug() + "?lang=en");
            compareExample(type.path() + "-list", collection + "?limit=1&lang=en");
        }
        compareExample("search-list", "/v1/search?mentions=dfki&limit=2&lang=en");
    }

    @Test
    void everyOperationSucceedsWithTheValuesItSuggests() throws IOException {
        var document = json.readTree(given().get("/q/openapi?format=json").asString());
        var key = Keys.create(document.at("/paths/~1v1~1admin~1keys/post/requestBody/content/application~1json/example")
                        .toString())
                .statusCode(201)
                .extract()
                .<String>path("id");
        var webhook = Keys.admin()
                .contentType("application/json")
                .body(document.at("/paths/~1v1~1webhooks/post/requestBody/content/application~1json/example")
                        .toString()
                        .replace("partner.example", "9.9.9.9")) // No name is known where there is no internet.
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Keys.admin()
                .contentType("application/json")
                .body(document.at(
                                "/paths/~1v1~1admin~1harvest-sources/post/requestBody/content/application~1json/example")
                        .toString())
                .post("/v1/admin/harvest-sources")
                .then()
                .statusCode(201);
        var asked = new TreeMap<String, Integer>();
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var method = operation.getKey().toUpperCase(Locale.ROOT);
                var id = path.getKey().startsWith("/v1/webhooks") ? webhook : key;
                var suggestion = new Suggestion(
                        document,
                        path.getKey().replace("{id}", id).replace("{name}", "mainz"),
                        method,
                        operation.getValue());
                if (path.getKey().matches("/v1/(admin|webhooks).*") && !method.equals("GET")) {
                    continue; // Asked by the stories of keys and webhooks: none of them can be rehearsed.
                }
                if (path.getKey().endsWith("hide")) {
                    continue; // Asked by the story of harvesting: there are no copies in the sample.
                }
                if (!suggestion.isComplete()) {
                    asked.merge("incomplete " + method + " " + path.getKey(), 1, Integer::sum);
                    continue;
                }
                var answer = suggestion.ask();
                assertTrue(answer.matches("(?s).*\"(id|data|changes|url)\".*|"), path.getKey());
                asked.merge(method, 1, Integer::sum);
            }
        }
        var perType = types.all().size();
        assertEquals(
                Map.of(
                        "GET",
                        5 * perType + 2 + 13,
                        "POST",
                        9 * perType,
                        "PUT",
                        2 * perType,
                        "PATCH",
                        perType,
                        "DELETE",
                        2 * perType,
                        // There is only one release in the sample.
                        "incomplete POST /v1/releases/{idOrSlug}/merge",
                        1),
                asked);
    }

    @Test
    void thePartForReadersIsWhatNeedsNoKey() {
        given().get("/q/openapi-reading.json")
                .then()
                .body("tags.name", hasItems("Releases", "Search", "Pulling"))
                .body("tags.name", not(hasItems("Editing releases")))
                .body("paths.'/v1/releases'.keySet()", contains("get"))
                .body("paths.'/v1/admin/keys'", nullValue());
    }

    /** For Swagger UI, which takes longer for what is newer, and fills in the examples of parameters. */
    @Test
    void thePartForReadersIsInOpenApi30() throws IOException {
        var document = json.readTree(given().get("/q/openapi-reading.json").asString());
        assertEquals("3.0.3", document.path("openapi").asText());
        for (var word : List.of("examples", "type")) {
            assertTrue(document.findValues(word).stream().noneMatch(JsonNode::isArray), word);
        }
        assertTrue(document.findParents("$ref").stream().allMatch(reference -> reference.size() == 1));
        for (var parameter : document.at("/components/parameters")) {
            assertEquals(parameter.path("required").asBoolean(), parameter.has("example"), parameter.toString());
            assertFalse(parameter.path("schema").has("example"), parameter.toString());
        }
    }

    @Test
    void everyPatternSpeaksOfTheWholeText() throws IOException {
        var document = json.readTree(given().get("/q/openapi.json").asString());
        var patterns = document.findValuesAsText("pattern");
        assertFalse(patterns.isEmpty());
        for (var pattern : patterns) {
            assertTrue(pattern.matches("\\^.*\\$|\\\\S|\\^https\\?://"), pattern);
        }
    }

    /** Generators stop at the first that does not. */
    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi.json", "/q/openapi-reading.json"})
    void everyReferenceLeadsSomewhere(String address) throws IOException {
        var document = json.readTree(given().get(address).asString());
        for (var reference : document.findValuesAsText("$ref")) {
            assertTrue(reference.startsWith("#/"), reference);
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
        }
        var anyItem = document.at("/components/schemas/AnyItem");
        assertEquals(List.of(anyItem), document.findParents("discriminator"));
        var mapped = new ArrayList<String>();
        for (var type : anyItem.at("/discriminator/mapping").properties()) {
            var schema = type.getValue().asText();
            assertEquals(
                    List.of(type.getKey()),
                    document.at(schema.substring(1) + "/properties/type/enum")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList());
            mapped.add(schema);
        }
        assertEquals(types.all().size(), mapped.size());
        assertEquals(anyItem.path("oneOf").findValuesAsText("$ref"), mapped);
    }

    @Test
    void nothingThatOperationsHaveStandsTwice() throws IOException {
        var document = json.readTree(given().get("/q/openapi?format=json").asString());
        var seen = new HashSet<JsonNode>();
        for (var operation : document.path("paths").findParents("operationId")) {
            for (var part : List.of("parameters", "requestBody", "responses", "headers", "example")) {
                operation.findValues(part).stream()
                        .flatMap(found -> part.equals("requestBody") || part.equals("example")
                                ? Stream.of(found)
                                : found.valueStream())
                        .filter(found -> !found.has("$ref"))
                        .distinct() // One body has the same example in each of its formats.
                        .forEach(found ->
                                assertTrue(seen.add(found), () -> operation.get("operationId") + ": " + found));
            }
        }
    }

    /** A request made of nothing but what the document suggests. */
    private record Suggestion(JsonNode document, String path, String method, JsonNode operation) {

        /** Whether it has a body, if it needs one. */
        boolean isComplete() {
            return !operation.has("requestBody") || example().isPresent();
        }

        private Optional<String> example() {
            return format().map(Map.Entry::getValue)
                    .flatMap(content -> Stream.of(content.at("/example"), content.findPath("value"))
                            .filter(example -> !example.isMissingNode())
                            .findFirst())
                    .map(example -> example.isTextual() ? example.asText() : example.toString());
        }

        private Optional<Map.Entry<String, JsonNode>> format() {
            return resolved(operation.path("requestBody"), document).path("content").properties().stream()
                    .findFirst();
        }

        String ask() {
            var request = Keys.admin()
                    .config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)));
            for (var parameter : parameters(operation, document)) {
                if (parameter.get("in").asText().equals("header") && parameter.has("example")) {
                    request.header(
                            parameter.get("name").asText(),
                            parameter.get("example").asText());
                }
            }
            example()
                    .ifPresent(body ->
                            request.contentType(format().orElseThrow().getKey()).body(body));
            return request.request(method, suggested(path, operation, document))
                    .then()
                    .statusCode(anyOf(is(200), is(204)))
                    .extract()
                    .asString();
        }
    }

    private static List<JsonNode> parameters(JsonNode operation, JsonNode document) {
        var parameters = new ArrayList<JsonNode>();
        operation.path("parameters").forEach(given -> parameters.add(resolved(given, document)));
        return parameters;
    }

    private static JsonNode resolved(JsonNode given, JsonNode document) {
        return given.has("$ref") ? document.at(given.get("$ref").asText().substring(1)) : given;
    }

    private static String suggested(String path, JsonNode operation, JsonNode document) {
        var url = path;
        var query = new StringBuilder();
        for (var parameter : parameters(operation, document)) {
            // What is optional has its example at the schema, where no form is filled in with it.
            var examples = parameter.path("schema").findPath("examples");
            var example = parameter.path("example").isMissingNode() ? examples.path(0) : parameter.get("example");
            if (example.isMissingNode()) {
                continue;
            }
            var value = example.isArray() ? joined(example) : example.asText();
            if (parameter.get("in").asText().equals("path")) {
                url = url.replace("{" + parameter.get("name").asText() + "}", value);
            } else if (parameter.get("in").asText().equals("query")) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.get("name").asText())
                        .append('=')
                        .append(value);
            }
        }
        return url + query;
    }

    private static String joined(JsonNode values) {
        var joined = new StringBuilder();
        values.forEach(value -> joined.append(joined.isEmpty() ? "" : ",").append(value.asText()));
        return joined.toString();
    }

    /** An answer that is too long for the document is asked for its smaller properties only. */
    private void compareExample(String name, String url) throws IOException {
        var example = example(url);
        if (example.length() > LONGEST_EXAMPLE) {
            var whole = json.readTree(example);
            var items = whole.has("data")
                    ? whole.get("data")
                    : json.createArrayNode().add(whole);
            var sizes = new TreeMap<String, Integer>();
            items.forEach(item -> item.properties()
                    .forEach(property -> sizes.merge(
                            property.getKey(),
                            property.getValue().toPrettyString().length(),
                            Integer::sum)));
            List.of("id", "type", "url", "title", "certainty", "fallback", "fallbackFields")
                    .forEach(sizes::remove);
            var fields = sizes.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(ArrayList::new));
            do {
                fields.remove(fields.size() - 1);
                example = example(url + "&fields=" + String.join(",", fields));
            } while (example.length() > LONGEST_EXAMPLE);
        }
        compare(EXAMPLES.resolve(name + ".json"), example);
    }

    private String example(String url) throws IOException {
        var answer = given().get(url).then().statusCode(200).extract().asString();
        // The moment of loading differs from run to run.
        var timeless = answer.replaceAll("\"(createdAt|modifiedAt)\":\"[^\"]*\"", "\"$1\":\"2026-01-01T00:00:00Z\"");
        return json.readTree(timeless).toPrettyString() + "\n";
    }

    private static void compare(Path file, String built) throws IOException {
        if (REWRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, built);
        }
        assertFalse(built.isBlank());
        assertEquals(Files.readString(file), built, file + " is not what the service gives, see the class comment");
    }
}
