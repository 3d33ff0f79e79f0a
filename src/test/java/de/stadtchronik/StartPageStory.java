package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of a service that says who runs it. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StartPageStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void headingsAreWordsAndTitlesSayWhichLanguageTheyAreIn() {
        city.publishes("topics", "{'label': {'de': 'Kultur', 'en': 'Culture'}, 'slug': 'kultur', 'code': 'K'}");
        city.publishes("topics", "{'label': {'de': 'Brauchtum'}, 'slug': 'brauchtum', 'code': 'B'}");
        city.publishes("events", "{'title': {'de': 'Fest', 'de-simple': 'Feier'}, 'temporal': {'edtf': '2020-06'}}");

        given().get("/?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("<h2><a href=\"/v1/event-series\">Event series</a></h2>"))
                .body(containsString("<h2><a href=\"/v1/notices\">Notices</a></h2>"))
                .body(containsString("\">Culture</a>"))
                .body(containsString("\" lang=\"de\">Brauchtum</a>"))
                .body(containsString("\" lang=\"de\">Fest</a> <small>June 2020</small>"))
                .body(containsString("<a href=\"?lang=de\" lang=\"de\" hreflang=\"de\">Deutsch</a>"));
        given().get("/?lang=de-simple")
                .then()
                .body(containsString("<html lang=\"de\">"))
                .body(containsString("<h2><a href=\"/v1/events\">Ereignisse</a></h2>"))
                .body(containsString("\" lang=\"de-simple\">Feier</a> <small>Juni 2020</small>"))
                .body(containsString("\">Kultur</a>"))
                .body(not(containsString("Fest")));
    }

    @Test
    void bothPagesSayWhoRunsTheServiceAndWhereItsImprintIs() {
        for (var page : List.of("/?lang=en", "/problems/gone?lang=en")) {
            given().get(page)
                    .then()
                    .body(containsString("<a href=\"/\">Stadtchronik · Stadt &lt;Mainz&gt;</a>"))
                    .body(containsString(
                            "<li><a href=\"https://www.example.org/impressum?a=1&amp;b=2\">Imprint</a></li>"))
                    .body(containsString("<li><a href=\"https://www.example.org/datenschutz\">Privacy</a></li>"))
                    .body(not(containsString(">Accessibility</a>")))
                    .body(containsString(
                            "<li><a href=\"https://www.govdata.de/dl-de/by-2-0\">Licence of the content</a>"));
        }
        given().get("/problems/gone").then().body(containsString(">Impressum</a>"));
    }

    @Test
    void thereIsAnIcon() {
        given().get("/")
                .then()
                .body(containsString("<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">"));
        given().get("/favicon.svg").then().statusCode(200).contentType(equalTo("image/svg+xml"));
        given().get("/favicon.ico").then().statusCode(200).contentType(containsString("icon"));
    }
}
