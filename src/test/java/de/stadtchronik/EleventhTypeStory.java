package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One record, one resource and one bean, and a type answers like all others: the folder {@code notice} adds one. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(TestDatabase.class)
class EleventhTypeStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void twoNotices() {
        city.isEmpty();
        city.publishes(
                "notices",
                "{'slug': 'sperrung', 'kind': 'ROADWORKS', 'urgency': 'HIGH', 'temporal': {'edtf': '2020-06'},"
                        + "'title': {'de': 'Sperrung', 'en': 'Closure'}, 'wording': {'de': 'Die *Straße* ist zu.'},"
                        + "'issuer': 'organisations/stadt'}");
        city.publishes("notices", "{'slug': 'wahl', 'kind': 'ELECTION', 'title': {'de': 'Wahl'}}");
    }

    @Test
    void itIsReadLikeEveryOther() {
        given().get("/v1/notices/sperrung?lang=en&include=issuer")
                .then()
                .statusCode(200)
                .body("type", equalTo("NOTICE"))
                .body("title", equalTo("Closure"))
                .body("wording", equalTo("<p>Die <em>Straße</em> ist zu.</p>\n"))
                .body("temporal.display", equalTo("June 2020"))
                .body("issuer.title", equalTo("City"))
                .body("issuer.item.kind", equalTo("MUNICIPALITY"))
                .body("fallback", equalTo(true));
    }

    @Test
    void itsListIsFilteredAndSortedLikeEveryOther() {
        given().get("/v1/notices").then().body("data.slug", contains("sperrung", "wahl"));
        given().get("/v1/notices?urgency=HIGH").then().body("data.slug", contains("sperrung"));
        given().get("/v1/notices?publisher=stadt&kind=ELECTION").then().body("data.slug", contains("wahl"));
        given().get("/v1/notices?from=2020&to=2020&certainty=certain")
                .then()
                .body("data.slug", contains("sperrung"))
                .body("data.certainty", contains("CERTAIN"));
        given().get("/v1/notices?urgency=HIHG")
                .then()
                .statusCode(400)
                .body("errors[0].allowed", contains("LOW", "HIGH"))
                .body("errors[0].message", containsString("„HIGH“"));
    }

    @Test
    void theApiDocumentKnowsIt() {
        given().get("/q/openapi?format=json")
                .then()
                .body("paths", hasKey("/v1/notices/{idOrSlug}"))
                .body("components.schemas", hasKey("NoticeDocument"))
                .body("components.schemas.Notice.properties.title.type", equalTo("string"))
                .body("components.schemas.NoticeDocument.required", hasItems("title"))
                .body("components.schemas.Notice.properties.issuer.'$ref'", equalTo("#/components/schemas/Ref"))
                .body("components.parameters", hasKey("urgency"))
                .body("paths.'/v1/notices'.get.responses", hasKey("400"))
                .body("paths", not(hasKey("/v1/nothing")));
    }

    @Test
    void aBodyIsReadStrictly() {
        var neu = "{'title': {'de': 'Neu'}".replace('\'', '"');
        post(neu + "}").statusCode(201).body("title.de", equalTo("Neu"));
        post(neu + "\n oops")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/malformed-json"))
                .body("detail", equalTo("The content cannot be read at line 2, column 2."));
        post(neu + ", \"urgency\": \"HUGE\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/urgency"))
                .body("errors[0].allowed", contains("LOW", "HIGH"));
        Keys.admin()
                .contentType(ContentType.TEXT)
                .body("Neu")
                .post("/v1/notices")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/unsupported-media-type"));
        post("x".repeat(2 * 1024 * 1024))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/body-too-large"));
    }

    private static ValidatableResponse post(String body) {
        return Keys.admin()
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(body)
                .post("/v1/notices")
                .then();
    }
}
