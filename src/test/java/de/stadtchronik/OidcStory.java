package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the operator has an issuer of tokens, its tokens open the same doors as keys. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(TestDatabase.class)
class OidcStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aGoodTokenActsUnderItsSubjectAndNoOtherName() {
        Keys.with(Issuer.token("7c9e6679", "admin", "offline_access"))
                .contentType("application/json")
                .body("{\"name\": \"desk\", \"role\": \"author\"}")
                .post("/v1/admin/keys")
                .then()
                .statusCode(201)
                .body("createdBy", equalTo("oidc:7c9e6679"));

        var trail = Keys.admin()
                .get("/v1/admin/audit?actor=oidc:7c9e6679")
                .then()
                .statusCode(200)
                .extract();
        assertEquals(List.of("KEY_CREATE"), trail.path("data.action"));
        assertFalse(trail.asString().contains("mustermann"));
    }

    @Test
    void aTokenThatIsNotRightIsRefusedLikeAnyWrongKey() {
        var anHour = Duration.ofHours(1);
        for (var wrong : List.of(
                Issuer.token("x", Set.of("admin"), Issuer.address(), anHour, Issuer.OTHER.getPrivate()),
                Issuer.token("x", Set.of("admin"), "https://evil.example", anHour, Issuer.PUBLISHED.getPrivate()),
                Issuer.token("x", Set.of("admin"), Issuer.address(), anHour.negated(), Issuer.PUBLISHED.getPrivate()),
                Issuer.token("x", "admin") + "x",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiZ3JvdXBzIjpbImFkbWluIl19.",
                "opaque")) {
            for (var address : List.of("/v1/admin/keys", "/v1/organisations")) {
                Keys.with(wrong)
                        .get(address)
                        .then()
                        .statusCode(401)
                        .header("Content-Type", equalTo("application/problem+json"))
                        .header("WWW-Authenticate", equalTo("Bearer"))
                        .body("type", equalTo("http://localhost:8080/problems/unauthenticated"))
                        .body(
                                "detail",
                                equalTo("Dieser Aufruf braucht einen gültigen Schlüssel: Authorization: Bearer …"));
            }
        }
    }

    @Test
    void rolesThatWeDoNotKnowGiveNothing() {
        for (var roles : List.of(new String[0], new String[] {"Admin", "superuser"}, new String[] {"editor"})) {
            Keys.with(Issuer.token("x", roles))
                    .get("/v1/admin/keys")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("http://localhost:8080/problems/forbidden"));
            Keys.with(Issuer.token("x", roles)).get("/v1/organisations").then().statusCode(200);
        }
    }

    @Test
    void keysAndThePublicAreLetInAsEver() {
        Keys.with(Keys.of("admin")).get("/v1/admin/keys").then().statusCode(200);
        given().get("/v1/organisations").then().statusCode(200);
        given().get("/v1/admin/keys").then().statusCode(401);
    }
}
