package de.stadtchronik.packaged;

import static io.restassured.RestAssured.config;
import static io.restassured.config.EncoderConfig.encoderConfig;

import de.stadtchronik.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whoever runs an installation, and may do everything. */
record Operator(PackagedApp app) {

    static final String NDJSON = "application/x-ndjson";

    /** A request with the highest role. */
    RequestSpecification api() {
        var encoding = encoderConfig()
                .encodeContentTypeAs(NDJSON, ContentType.TEXT)
                .defaultContentCharset(StandardCharsets.UTF_8)
                .appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return app.api()
                .config(config().encoderConfig(encoding))
                .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY);
    }

    String export() {
        return api().get("/v1/export").then().statusCode(200).extract().asString();
    }

    /** The lines of an export, without the first, in which the moment stands. */
    List<String> content() {
        return export().lines().skip(1).toList();
    }

    /** What the first line of an export says, such as the epoch. */
    String header(String name) {
        return io.restassured.path.json.JsonPath.from(
                        export().lines().findFirst().orElseThrow())
                .getString(name);
    }

    /** Creates a draft and returns its path. */
    String creates(String type, String document) {
        var id = api().contentType(ContentType.JSON)
                .body(document)
                .post("/v1/" + type)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/v1/" + type + "/" + id;
    }

    /** Does something with an item as it is now. */
    void does(String item, String action, String body) {
        current(item)
                .contentType(ContentType.JSON)
                .body(body)
                .post(item + "/" + action)
                .then()
                .statusCode(200);
    }

    void patches(String item, String patch) {
        current(item)
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(item)
                .then()
                .statusCode(200);
    }

    void deletes(String item) {
        current(item).delete(item + "?detach=true").then().statusCode(204);
    }

    private RequestSpecification current(String item) {
        return api().header("If-Match", api().get(item + "?view=draft").header("ETag"));
    }
}
