package de.stadtchronik;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import de.stadtchronik.writing.ContentStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers are kept to be sent again: without a question to the database, and never when they do not hold any more. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ReadyAnswersStory {

    private static final Desk DESK = Desk.ADMIN;
    private static final String USUAL = "public, max-age=10, stale-while-revalidate=10, stale-if-error=600";
    private static final Instant NOON = Instant.parse("2030-06-01T10:00:00Z");

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @Inject
    ContentStore store;

    @BeforeEach
    void empty() {
        city.isEmpty();
    }

    private static int questions(String path) {
        return Statements.during(() -> Lists.ask(path)).size();
    }

    private static void keeps(String path) {
        Lists.ask(path).statusCode(200);
        assertEquals(0, questions(path), path);
    }

    private static boolean isKept(String path) {
        return questions(path) == 0;
    }

    @Test
    void whatChangedIsSeenAtOnceAndAllElseIsKept() {
        var release = DESK.publishes("/v1/releases", Desk.titled("Eins"));
        var event = DESK.publishes("/v1/events", Desk.titled("Fest"));
        keeps(release);
        keeps(event);
        keeps("/v1/releases");
        keeps("/v1/events");
        keeps("/v1/search");

        DESK.changes(release, Desk.titled("Zwei"));
        assertTrue(isKept(release), "a draft changes nothing");
        DESK.on(release, "POST", "/publish", "{}").statusCode(200);

        assertTrue(isKept(event));
        assertTrue(isKept("/v1/events"));
        Lists.ask(release).body("title", equalTo("Zwei"));
        Lists.ask("/v1/releases").body("data[0].title", equalTo("Zwei"));
        assertEquals(List.of("Zwei"), Lists.read("/v1/search").getList("data.findAll { it.type == 'RELEASE' }.title"));
        DESK.on(release, "POST", "/withdraw", "{}").statusCode(200);
        Lists.ask(release).statusCode(410);
        assertEquals(List.of(), Lists.slugs("/v1/releases"));
    }

    @Test
    void aNewNameIsSeenWhereverItStands() {
        var id = city.publishes("organisations", "{'name': {'de': 'DFKI'}, 'slug': 'dfki'}");
        var release = DESK.publishes("/v1/releases", Desk.titled("Neues", ", 'mentions': ['organisations/dfki']"));
        keeps(release);
        keeps("/v1/releases");
        keeps("/v1/releases?organisation=dfki");

        city.changes("organisations", id, "{'name': {'de': 'Institut'}, 'slug': 'dfki'}");

        Lists.ask(release).body("mentions[0].title", equalTo("Institut"));
        Lists.ask("/v1/releases").body("data[0].mentions[0].title", equalTo("Institut"));
        keeps("/v1/releases?organisation=dfki");
        DESK.on("/v1/organisations/" + id, "POST", "/withdraw", "{}").statusCode(200);
        Lists.ask(release).body("mentions", equalTo(null));
        Lists.ask("/v1/releases?organisation=dfki").statusCode(400);
    }

    @Test
    void oneAnswerServesAllWaysToAskForIt() {
        DESK.publishes("/v1/releases", Desk.titled("Eins"));
        keeps("/v1/releases?fields=title&lang=en&limit=3");

        assertTrue(isKept("/v1/releases?limit=3&fields=title&lang=en"));
        assertTrue(isKept("/v1/releases?lang=%65n&limit=3&fields=title"));
        assertNotEquals(0, questions("/v1/releases?limit=3&fields=title&lang=de"));
        assertNotEquals(0, questions("/v1/releases?limit=3&fields=title,version&lang=en"));
        for (var sort : List.of("sort=title&sort=-publishedAt", "sort=-publishedAt&sort=title")) {
            assertNotEquals(0, questions("/v1/releases?" + sort), sort);
        }
    }

    @Test
    void eachLanguageHasItsOwnAnswer() {
        var id = city.publishes("releases", "{'slug': 'haus', 'title': {'de': 'Haus', 'en': 'House'}}");
        var release = "/v1/releases/haus";
        for (var round = 0; round < 2; round++) {
            in("de", release).body("title", equalTo("Haus")).header("Content-Language", "de");
            in("en", release).body("title", equalTo("House")).header("Content-Language", "en");
            in("fr, en;q=0.5", release).body("title", equalTo("House")).header("Content-Language", "en");
        }
        city.changes("releases", id, "{'slug': 'haus', 'title': {'de': 'Haus'}}");
        in("en", release).body("title", equalTo("Haus"));
    }

    private static ValidatableResponse in(String language, String path) {
        return given().header("Accept-Language", language).get(path).then().statusCode(200);
    }

    @Test
    void eachCodingHasItsOwnTagAndOneContent() throws IOException {
        var text = "Ein langer Text. ".repeat(100);
        var release = DESK.publishes("/v1/releases", Desk.titled("Lang", ", 'body': {'de': '" + text + "'}"));
        var plain = coded("identity").get(release);
        var gzip = coded("gzip").get(release);
        var brotli = coded("gzip;q=0.5, br").get(release);

        assertEquals("gzip", gzip.header("Content-Encoding"));
        assertEquals("br", brotli.header("Content-Encoding"));
        assertArrayEquals(plain.asByteArray(), unpacked(gzip.asByteArray()));
        assertArrayEquals(
                plain.asByteArray(), Decoder.decompress(brotli.asByteArray()).getDecompressedData());
        assertEquals(
                3,
                Stream.of(plain, gzip, brotli)
                        .map(answer -> answer.header("ETag"))
                        .distinct()
                        .count());
        for (var answer : List.of(plain, gzip, brotli)) {
            assertEquals("Accept, Accept-Encoding, Accept-Language", answer.header("Vary"));
        }
        coded("br")
                .header("If-None-Match", brotli.header("ETag"))
                .get(release)
                .then()
                .statusCode(304)
                .header("ETag", brotli.header("ETag"))
                .header("Content-Encoding", equalTo(null))
                .header("Cache-Control", USUAL);
        coded("br;q=0, gzip;q=0").get(release).then().header("ETag", plain.header("ETag"));
        assertEquals(gzip.header("Content-Length"), coded("gzip").head(release).header("Content-Length"));
    }

    /** A request that says itself which codings it takes, and gets the bytes as they are sent. */
    private static RequestSpecification coded(String accepted) {
        return given().config(config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", accepted);
    }

    private static byte[] unpacked(byte[] gzip) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    @Test
    void aWrongKeyIsRefusedThoughTheAnswerIsReady() {
        var release = DESK.publishes("/v1/releases", Desk.titled("Eins"));
        keeps(release);

        given().header("Authorization", "Bearer nobody-has-this-key-0123456789")
                .get(release)
                .then()
                .statusCode(401);
        DESK.get(release).statusCode(200).body("title", equalTo("Eins"));
        DESK.changes(release, "{'title': {'de': 'Geheim'}}");
        DESK.get(release + "?view=draft").body("title.de", equalTo("Geheim"));
        Lists.ask(release).body("title", equalTo("Eins"));
        Lists.ask(release + "?view=draft").statusCode(401);
    }

    @Test
    void whatManyAskForAtOnceIsMadeOnce() throws Exception {
        DESK.publishes("/v1/releases", Desk.titled("Eins"));
        var alone = questions("/v1/releases?limit=11");
        var crowd = Executors.newFixedThreadPool(12);
        try {
            var all = new ArrayList<Callable<Response>>();
            for (var reader = 0; reader < 12; reader++) {
                all.add(() -> given().get("/v1/releases?limit=12"));
            }
            var heard = Statements.during(() -> {
                try {
                    for (var answer : crowd.invokeAll(all)) {
                        assertEquals(200, answer.get().statusCode());
                    }
                } catch (Exception failed) {
                    throw new AssertionError(failed);
                }
            });
            assertEquals(alone, heard.size());
        } finally {
            crowd.shutdown();
        }
    }

    @Test
    void noCacheKeepsAnAnswerBeyondTheMomentAtWhichItChanges() {
        clock.set(NOON.minusSeconds(60));
        var release = DESK.publishes("/v1/releases", Desk.titled("Alt"));
        var other = DESK.publishes("/v1/events", Desk.titled("Anderes"));
        DESK.changes(release, "{'title': {'de': 'Neu'}}");
        DESK.on(release, "POST", "/schedule", "{'publishAt': '2030-06-01T10:00:00Z'}")
                .statusCode(200);

        assertEquals(USUAL, cacheControl(release));
        itIs(NOON.minusSeconds(15));
        assertEquals("public, max-age=10, stale-while-revalidate=5, stale-if-error=600", cacheControl(release));
        itIs(NOON.minusSeconds(4));
        assertEquals("public, max-age=4, stale-if-error=600", cacheControl(release));
        assertEquals("public, max-age=4, stale-if-error=600", cacheControl("/v1/releases"));
        assertEquals(USUAL, cacheControl(other));
        clock.set(NOON);
        assertEquals("no-cache", cacheControl(release));
        Lists.ask(release).body("title", equalTo("Alt"));
        itIs(NOON);
        assertEquals(USUAL, cacheControl(release));
        Lists.ask(release).body("title", equalTo("Neu"));
    }

    @Test
    void whatGoesByTheDayEndsWithIt() {
        clock.set(Instant.parse("2030-06-01T21:59:57Z"));
        city.publishes("events", "{'slug': 'fest', 'title': {'de': 'Fest'}, 'temporal': {'edtf': '2030-06-02'}}");
        keeps("/v1/events?when=upcoming");

        assertEquals(List.of("fest"), Lists.slugs("/v1/events?when=upcoming"));
        assertEquals("public, max-age=3, stale-if-error=600", cacheControl("/v1/events?when=upcoming"));
        assertEquals(USUAL, cacheControl("/v1/events"));
        clock.set(Instant.parse("2030-06-01T22:00:00Z"));
        assertEquals(List.of(), Lists.slugs("/v1/events?when=upcoming"));
        assertEquals(List.of("fest"), Lists.slugs("/v1/events?when=ongoing"));
    }

    @Test
    void anAnswerSaysOnWhatItDepends() {
        var release = DESK.publishes("/v1/releases", Desk.titled("Eins"));
        var city = Lists.read("/v1/organisations/stadt").getString("id");

        var tags = List.of(Lists.ask(release).extract().header("Cache-Tag").split(","));
        assertTrue(tags.contains(release.substring(release.lastIndexOf('/') + 1)), tags::toString);
        assertTrue(tags.contains(city), tags::toString);
        assertTrue(
                List.of(Lists.ask("/v1/releases").extract().header("Cache-Tag").split(","))
                        .contains("RELEASE"));
        Lists.ask("/v1/releases/keins")
                .statusCode(404)
                .header("Cache-Tag", equalTo(null))
                .header("Cache-Control", not(USUAL));
    }

    private void itIs(Instant moment) {
        clock.set(moment);
        store.catchUpWithTime();
    }

    private static String cacheControl(String path) {
        return Lists.ask(path).statusCode(200).extract().header("Cache-Control");
    }
}
