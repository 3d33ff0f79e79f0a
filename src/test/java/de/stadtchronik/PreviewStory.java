package de.stadtchronik;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link shows the draft of one item, as it would be published, to whoever has it, until a moment. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PreviewStory {

    private static final Desk DESK = Desk.ADMIN;

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
        clock.set(Instant.parse("2030-06-01T10:00:00Z"));
    }

    private static String preview(String item) {
        return DESK.post(item + "/preview", "{}")
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"))
                .body("expiresAt", equalTo("2030-06-08T10:00:00Z"))
                .extract()
                .<String>path("url")
                .replace("http://localhost:8080", "");
    }

    @Test
    void itShowsTheDraftAsItWouldBePublishedAndNoCacheMayKeepIt() {
        var item = DESK.publishes("/v1/events", Desk.titled("Alt"));
        DESK.changes(
                item,
                "{'title': {'de': 'Neu', 'en': 'New'}, 'virtualLocations': [{'access': 'INVITED', 'url':"
                        + " 'https://example.org/geheim'}]}");

        Lists.ask(preview(item) + "&lang=en&include=publisher")
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"))
                .header("X-Robots-Tag", equalTo("noindex"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .body("title", equalTo("New"))
                .body("version", equalTo(1))
                .body("publisher.item.name", equalTo("City"))
                .body("virtualLocations[0].url", nullValue());
        Lists.ask(item).body("title", equalTo("Alt"));
    }

    @Test
    void itIsGoodForThatItemAndThatTimeAlone() {
        var one = DESK.drafts("/v1/releases", Desk.titled("Eins"));
        var other = DESK.drafts("/v1/releases", Desk.titled("Zwei"));
        var link = preview(one);
        var token = link.substring(link.indexOf('='));

        Lists.ask(link).statusCode(200);
        Lists.ask(other + "?preview" + token).statusCode(403).body("type", endsWith("/problems/invalid-preview"));
        var forged = token.charAt(token.length() - 1) == 'A' ? 'B' : 'A';
        Lists.ask(one + "?preview" + token.substring(0, token.length() - 3) + forged + "AA")
                .statusCode(403);
        Lists.ask(one + "?preview=abc").statusCode(403);
        Lists.ask("/v1/releases?preview" + token).statusCode(400);
        Lists.ask(one + "/versions?preview" + token).statusCode(400);
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        Lists.ask(link).statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        Lists.ask(link).statusCode(403);
    }

    @Test
    void howLongIsSaidOrAWeekAndNeverMoreThanAMonth() {
        var item = DESK.drafts("/v1/releases", Desk.titled("R"));

        DESK.post(item + "/preview", "{'expiresAt': '2030-06-02T12:00:00+02:00'}")
                .statusCode(200)
                .body("expiresAt", equalTo("2030-06-02T10:00:00Z"))
                .body("url", containsString("?preview="));
        DESK.post(item + "/preview", "{'expiresAt': '2030-07-02T10:00:00Z'}").statusCode(422);
        DESK.post(item + "/preview", "{'expiresAt': '2030-06-01T09:00:00Z'}").statusCode(422);
        new Desk(Keys.of("partner")).post(item + "/preview", "{}").statusCode(403);
    }
}
