package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a role and a confinement to types allow, by a resource that only a test knows. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(TestDatabase.class)
class CallerStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void whoReadsIsKnownOnlyIfThereIsAKey() {
        given().get("/v1/desk/releases").then().statusCode(200).body(equalTo("the public reads"));
        Keys.with(Keys.of("partner")).get("/v1/desk/releases").then().body(equalTo("a-partner reads"));
        Keys.with(Keys.of("author")).get("/v1/desk/releases").then().body(equalTo("a-author writes"));
        Keys.with(Keys.of("editor")).get("/v1/desk/releases").then().body(equalTo("a-editor writes"));
        Keys.admin().get("/v1/desk/releases").then().body(equalTo("admin-key writes"));
        given().header("authorization", "bearer " + TestDatabase.ADMIN_KEY)
                .get("/v1/desk/releases")
                .then()
                .body(equalTo("admin-key writes"));
    }

    @Test
    void aLowerRoleIsToldWhichItWouldNeed() {
        refused(given().post("/v1/desk/releases"), 401, "unauthenticated")
                .header("WWW-Authenticate", equalTo("Bearer"));
        refused(Keys.with(Keys.of("partner")).post("/v1/desk/releases"), 403, "forbidden")
                .body("detail", equalTo("Dazu braucht es die Rolle author."));
        Keys.with(Keys.of("author"))
                .post("/v1/desk/releases")
                .then()
                .statusCode(200)
                .body(equalTo("a-author"));
        Keys.with(Keys.of("admin"))
                .post("/v1/desk/releases")
                .then()
                .statusCode(200)
                .body(equalTo("a-admin"));
    }

    @Test
    void aKeyIsConfinedToItsTypes() {
        String key = Keys.create("{'name': 'desk', 'role': 'editor', 'types': ['releases', 'events']}")
                .extract()
                .path("key");
        Keys.with(key).post("/v1/desk/releases").then().statusCode(200);
        refused(Keys.with(key).post("/v1/desk/people"), 403, "forbidden")
                .body("detail", equalTo("Dieser Schlüssel gilt nur für events, releases."));
        Keys.with(key).get("/v1/organisations/stadt").then().statusCode(200);
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .header("Content-Type", equalTo("application/problem+json"))
                .body("type", equalTo("http://localhost:8080/problems/" + code));
    }
}
