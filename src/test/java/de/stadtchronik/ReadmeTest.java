package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every call in the README gives the answer that stands below it. */
@QuarkusTest
@TestProfile(ApiDocumentTest.WithSample.class)
@WithTestResource(TestDatabase.class)
class ReadmeTest {

    private static final Pattern CALL = Pattern.compile(
            "```sh\\ncurl 'http://localhost:8080([^']+)'\\n```\\n```json\\n(.*?)\\n```", Pattern.DOTALL);

    @Inject
    ObjectMapper json;

    @Test
    void theFiveCallsAreAnsweredAsTheReadmeSays() throws IOException {
        var calls = CALL.matcher(Files.readString(Path.of("README.md")));
        var count = 0;
        for (; calls.find(); count++) {
            var answer = given().urlEncodingEnabled(false).get(calls.group(1)).asString();
            assertEquals(
                    json.readTree(withoutTrace(calls.group(2))), json.readTree(withoutTrace(answer)), calls.group(1));
        }
        assertEquals(5, count);
    }

    private static String withoutTrace(String text) {
        return text.replaceAll("\"traceId\": ?\"[0-9a-f]{32}\"", "\"traceId\": \"\"");
    }
}
