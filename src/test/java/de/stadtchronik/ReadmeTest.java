package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every call in the README gives the answer that stands below it. */
@QuarkusTest
@TestProfile(ApiDocumentTest.WithSample.class)
@WithTestResource(TestDatabase.class)
class ReadmeTest {

    private static final String SERVICE = "http://localhost:8080";
    private static final Pattern READING =
            Pattern.compile("```sh\\ncurl '" + SERVICE + "([^']+)'\\n```\\n```json\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern EDITING =
            Pattern.compile("```sh\\n(.*?)\\n```\\n```json\\n(.*?)\\n```", Pattern.DOTALL);

    /** A word of a shell command: in double quotes, in single quotes, or bare. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    @Inject
    ObjectMapper json;

    @Test
    void theFiveCallsAreAnsweredAsTheReadmeSays() throws IOException {
        var calls = READING.matcher(Files.readString(Path.of("README.md")));
        var count = 0;
        for (; calls.find(); count++) {
            var answer = given().urlEncodingEnabled(false).get(calls.group(1)).asString();
            assertEquals(
                    json.readTree(withoutTrace(calls.group(2))), json.readTree(withoutTrace(answer)), calls.group(1));
        }
        assertEquals(5, count);
    }

    @Test
    void theTenMinutesOfAnEditorAreAnsweredAsTheReadmeSays() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var section = readme.substring(readme.indexOf("## Ten minutes"), readme.indexOf("## Two editions"));
        var key = "";
        var calls = 0;
        for (var block : EDITING.matcher(section).results().toList()) {
            JsonNode answer = json.missingNode();
            for (var command : block.group(1).replace("\\\n", " ").split("\n(?=curl)", -1)) {
                if (command.startsWith("ADMIN=$(cat data/admin-key)") || command.equals("KEY=sck_…")) {
                    continue;
                }
                answer = json.readTree(run(command, key));
                calls++;
            }
            key = answer.path("key").asText(key);
            assertContains(json.readTree(block.group(2)), answer, "");
        }
        assertEquals(8, calls);
    }

    /** What curl would do with such a command. */
    private static String run(String command, String key) {
        var request = given().urlEncodingEnabled(false);
        var method = "GET";
        var address = "";
        var words = WORD.matcher(command).results().map(ReadmeTest::word).toList();
        for (var i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-d" -> {
                    request.body(words.get(++i));
                    method = method.equals("GET") ? "POST" : method;
                }
                case "-H" -> {
                    var header = words.get(++i).split(": ", 2);
                    request.header(
                            header[0],
                            header[1].replace("$ADMIN", TestDatabase.ADMIN_KEY).replace("$KEY", key));
                }
                default -> address = words.get(i);
            }
        }
        assertTrue(address.startsWith(SERVICE), command);
        var answer = request.request(method, address.substring(SERVICE.length()));
        assertTrue(answer.statusCode() < 300, () -> command + " was answered by " + answer.asString());
        return answer.asString();
    }

    private static String word(MatchResult word) {
        return word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3);
    }

    private static void assertContains(JsonNode part, JsonNode whole, String place) {
        if (!part.isObject()) {
            assertEquals(part, whole, place);
        }
        part.properties()
                .forEach(field ->
                        assertContains(field.getValue(), whole.path(field.getKey()), place + "/" + field.getKey()));
    }

    private static String withoutTrace(String text) {
        return text.replaceAll("\"traceId\": ?\"[0-9a-f]{32}\"", "\"traceId\": \"\"");
    }
}
