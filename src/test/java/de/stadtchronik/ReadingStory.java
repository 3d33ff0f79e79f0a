package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ReadingStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void anItemIsFoundByIdAndBySlug() {
        var id = city.publishes("releases", "{'slug': 'neu', 'title': {'de': 'Neu', 'en': 'New'}, 'kind': 'NEWS'}");

        for (var key : new String[] {id.toString(), "neu"}) {
            given().get("/v1/releases/" + key)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id.toString()))
                    .body("title", equalTo("Neu"))
                    .body("version", equalTo(1))
                    .body("publisher.title", equalTo("Stadt"))
                    .body("fallback", nullValue());
        }
    }

    @Test
    void aDraftIsFoundNowhere() {
        var id = city.drafts("releases", "{'slug': 'geheim', 'title': {'de': 'Geheim'}}");

        given().get("/v1/releases/" + id).then().statusCode(404);
        given().get("/v1/releases/geheim").then().statusCode(404);
        given().get("/v1/releases").then().body("data", equalTo(java.util.List.of()));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (var slug : new String[] {"a", "b", "c"}) {
            city.publishes("projects", "{'slug': '" + slug + "', 'title': {'de': '" + slug + "'}}");
        }

        var first = given().get("/v1/projects?limit=2").then().body("data.slug", contains("a", "b"));
        var next = first.extract().path("page.next").toString();
        given().get("/v1/projects?limit=2&cursor=" + next)
                .then()
                .body("data.slug", contains("c"))
                .body("page.next", nullValue());
    }
}
