package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.stadtchronik.content.ResourceTypes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        var operations = 0;
        for (var path : document.get("paths").properties()) {
            if (!path.getValue().has("get")) {
                continue;
            }
            operations++;
            var request = path.getKey().startsWith("/v1/admin/") ? Keys.admin() : given();
            var answer = json.readTree(
                    request.get(suggested(path.getKey(), path.getValue().at("/get/parameters"), document)
                                    .replace("{id}", key))
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
            assertTrue(answer.has("id") || !answer.get("data").isEmpty(), path.getKey());
        }
        var administration = 3;
        assertEquals(2 * types.all().size() + 1 + administration, operations);
    }

    private static String suggested(String path, JsonNode parameters, JsonNode document) {
        var url = path;
        var query = new StringBuilder();
        for (var given : parameters) {
            var parameter =
                    given.has("$ref") ? document.at(given.get("$ref").asText().substring(1)) : given;
            var example = parameter.get("example");
            if (example == null) {
                continue;
            }
            var value = example.isArray() ? joined(example) : example.asText();
            if (parameter.get("in").asText().equals("path")) {
                url = url.replace("{" + parameter.get("name").asText() + "}", value);
            } else {
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

    private void compareExample(String name, String url) throws IOException {
        var answer = given().get(url).then().statusCode(200).extract().asString();
        // The moment of loading differs from run to run.
        var timeless = answer.replaceAll("\"(createdAt|modifiedAt)\":\"[^\"]*\"", "\"$1\":\"2026-01-01T00:00:00Z\"");
        var pretty = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
        compare(EXAMPLES.resolve(name + ".json"), pretty.writeValueAsString(json.readTree(timeless)) + "\n");
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
