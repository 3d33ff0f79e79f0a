package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;

/** What may become of releases that a city published, and what everybody has to see of it who had copies of them. */
final class Fates {

    /** By which slugs, behind the name of the city, the releases are known that this befalls. */
    static final List<String> SLUGS =
            List.of("widerrufen", "geloescht", "getilgt", "doppelt", "ueberholt", "bleibt", "kreis");

    private Fates() {}

    /** All of them at once. For one, the city refers to a release of a neighbour instead. */
    static void befall(RingCity city, RingCity neighbour) {
        var operator = city.operator();
        var release = "/v1/releases/" + city.name() + "-";
        operator.does(release + "widerrufen", "withdraw", "{\"explanation\": {\"de\": \"Falsche Zahl.\"}}");
        operator.deletes(release + "geloescht");
        operator.does(release + "getilgt", "erase", "{}");
        operator.does(release + "doppelt", "merge", "{\"into\": \"releases/" + city.name() + "-bleibt\"}");
        operator.does(
                release + "ueberholt",
                "withdraw",
                "{\"reason\": \"EXPIRED\", \"successor\": \"releases/" + neighbour.name() + "-kreis\"}");
        operator.patches(
                release + "bleibt",
                "{\"slug\": \"" + city.name() + "-heisst-anders\", \"title\": {\"de\": \"Heißt anders\"}}");
        operator.does(release + "bleibt", "publish", "{}");
    }

    static void areSeenBy(RingCity reader, RingCity city, RingCity neighbour) {
        var here = "https://" + reader.name() + ".example/v1/releases/";
        asks(reader, city, "widerrufen")
                .statusCode(410)
                .body("tombstone.reason", equalTo("WITHDRAWN"))
                .body("tombstone.explanation", equalTo("Falsche Zahl."));
        asks(reader, city, "geloescht").statusCode(410).body("tombstone.reason", equalTo("DELETED"));
        asks(reader, city, "getilgt").statusCode(404).body("tombstone", nullValue());
        asks(reader, city, "doppelt")
                .statusCode(308)
                .header("Location", equalTo(here + city.name() + "-heisst-anders"));
        // Elsewhere an origin's tombstone leads to nobody else's items.
        asks(reader, city, "ueberholt")
                .statusCode(410)
                .body("tombstone.reason", equalTo("EXPIRED"))
                .body(
                        "tombstone.successor.slug",
                        reader.name().equals(city.name()) ? equalTo(neighbour.name() + "-kreis") : nullValue());
        asks(reader, city, "bleibt").statusCode(308).header("Location", equalTo(here + city.name() + "-heisst-anders"));
        asks(reader, city, "heisst-anders")
                .statusCode(200)
                .body("title", equalTo("Heißt anders"))
                .body("version", equalTo(2));
    }

    private static ValidatableResponse asks(RingCity reader, RingCity city, String slug) {
        return reader.operator()
                .app()
                .api()
                .redirects()
                .follow(false)
                .get("/v1/releases/" + city.name() + "-" + slug)
                .then();
    }
}
