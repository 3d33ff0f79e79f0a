package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where things are. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PlaceStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aPlaceIsPartOfALargerOneAndLiesInItsArea() {
        city.publishes("places", "{'slug': 'land', 'name': {'de': 'Land'}, 'ags': '07', 'ars': '07'}");
        city.publishes(
                "places",
                "{'slug': 'ort', 'name': {'de': 'Ort'}, 'ags': '07312000', 'ars': '073120000000', 'containedIn': 'places/land'}");
        city.publishes("places", "{'slug': 'halle', 'name': {'de': 'Halle'}, 'containedIn': 'places/ort'}");
        city.publishes("events", "{'slug': 'a', 'title': {'de': 'A'}, 'place': 'places/ort'}");
        city.publishes("events", "{'slug': 'b', 'title': {'de': 'B'}, 'originPlace': 'places/halle'}");

        assertEquals(List.of("halle", "land", "ort"), Lists.slugs("/v1/places?area=07"));
        assertEquals(List.of("halle", "ort"), Lists.slugs("/v1/places?area=07312000"));
        assertEquals(List.of("a"), Lists.slugs("/v1/events?area=07312"));
        assertEquals(List.of("b"), Lists.slugs("/v1/events?place=halle"));
        assertEquals(List.of("a", "b"), Lists.slugs("/v1/events?sort=title&place=halle,ort"));
        assertEquals(List.of("halle"), Lists.slugs("/v1/places?place=ort"));
        Lists.ask("/v1/places/halle?include=containedIn").body("containedIn.item.ags", equalTo("07312000"));
    }

    @Test
    void aPointIsOnEarth() {
        city.publishes(
                "places",
                "{'slug': 'a', 'name': {'de': 'A'}, 'geo': {'latitude': 49.4447, 'longitude': 7.7690},"
                        + " 'address': {'streetAddress': 'Weg 1', 'postalCode': '67655', 'addressCountry': 'DE'}}");

        Lists.ask("/v1/places?fields=geo,address")
                .body("data[0].geo", equalTo(Map.of("latitude", 49.4447f, "longitude", 7.769f)))
                .body("data.address.postalCode", contains("67655"));
        assertEquals(
                Map.of(
                        "/ags", "pattern",
                        "/ars", "pattern",
                        "/geo/latitude", "decimal-max",
                        "/geo/longitude", "not-null"),
                Faults.of(() -> city.drafts(
                        "places", "{'name': {'de': 'A'}, 'geo': {'latitude': 91}, 'ags': '0731', 'ars': '07312000'}")));
    }

    /** A short number of very many digits could be taken, and neither be stored nor read again. */
    @Test
    void aNumberHasNoMoreDigitsThanCanBeWritten() {
        for (var number : List.of("1e-501", "1e-9998", "1e-99999999")) {
            Desk.ADMIN
                    .post("/v1/places", "{'name': {'de': 'A'}, 'geo': {'latitude': " + number + ", 'longitude': 7}}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/geo/latitude"))
                    .body("errors.code", contains("not-a-number"));
        }
    }
}
