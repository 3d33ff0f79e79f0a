package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.specification.RequestSpecification;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API document is given out as the bytes that the build made. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ApiDocumentRouteTest {

    @Inject
    OpenApiDocumentService extension;

    @ParameterizedTest
    @CsvSource({
        "/q/openapi, */*, yaml",
        "/q/openapi, text/html, yaml",
        "/q/openapi, application/json, json",
        "/q/openapi?format=json, */*, json",
        "/q/openapi?format=JSON, text/html, json",
        "/q/openapi?format=yaml, */*, yaml",
        "/q/openapi.json, application/yaml, json",
        "/q/openapi.yaml, application/json, yaml",
        "/q/openapi.yml, */*, yaml"
    })
    void theFormatIsTheOneThatIsAskedFor(String address, String accept, String format) {
        plain().accept(accept)
                .get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/" + format + ";charset=UTF-8")
                .header("Cache-Control", "public, no-cache")
                .header("Vary", "Accept, Accept-Encoding")
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                .body(startsWith(format.equals("json") ? "{" : "---\nopenapi: 3.1.0\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip;q=0.5", "GZIP; q=1.0, deflate", "deflate,gzip"})
    void itIsCompressedForThoseWhoTakeThat(String encodings) {
        var zipped = plain().header("Accept-Encoding", encodings).get("/q/openapi.json");
        zipped.then().header("Content-Encoding", "gzip").header("ETag", matchesPattern("\"[0-9a-f]{32}-gzip\""));
        assertArrayEquals(
                plain().get("/q/openapi.json").asByteArray(),
                given().get("/q/openapi.json").asByteArray());
        assertEquals(0x1f, zipped.asByteArray()[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "identity", "gzip;q=0", "gzip;q=0.0, br", "xgzip"})
    void itIsNotCompressedForOthers(String encodings) {
        plain().header("Accept-Encoding", encodings)
                .get("/q/openapi.json")
                .then()
                .header("Content-Encoding", emptyOrNullString())
                .body(startsWith("{"));
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        for (var encoding : new String[] {"gzip", "identity"}) {
            var tag = plain().header("Accept-Encoding", encoding)
                    .get("/q/openapi.yaml")
                    .header("ETag");
            plain().header("Accept-Encoding", encoding)
                    .header("If-None-Match", "\"other\", W/" + tag)
                    .get("/q/openapi.yaml")
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", "public, no-cache")
                    .header("Vary", "Accept, Accept-Encoding")
                    .body(emptyOrNullString());
        }
        plain().header("If-None-Match", "\"other\"")
                .get("/q/openapi.yaml")
                .then()
                .statusCode(200);
    }

    @Test
    void headSaysHowLongItIs() {
        var length = plain().get("/q/openapi.yaml").asByteArray().length;
        plain().head("/q/openapi.yaml")
                .then()
                .statusCode(200)
                .header("Content-Length", Integer.toString(length))
                .body(emptyOrNullString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void nothingElseCanBeDoneWithIt(String method) {
        given().header("Accept-Language", "en")
                .contentType("application/json")
                .body("{}")
                .request(method, "/q/openapi")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .contentType("application/problem+json")
                .body("type", containsString("/problems/method-not-allowed"));
        given().options("/q/openapi").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void swaggerUiLoadsIt() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(allOf(containsString("/q/openapi"), not("")));
    }

    @Test
    void theExtensionHasNothingToParse() {
        assertEquals(0, extension.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON).length);
        given().get("/q/openapi?format=json").then().body("servers.url", equalTo(java.util.List.of("/")));
    }

    /** A request that takes what is sent as it is. */
    private static RequestSpecification plain() {
        return given().config(RestAssured.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }
}
