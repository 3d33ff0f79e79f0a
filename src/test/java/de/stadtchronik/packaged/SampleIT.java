package de.stadtchronik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fact of the year 2020 is found again through the API, as exactly as it is known and no more so. A row names the
 * item, the place in its JSON, and the value; {@code *} in a place stands for any element of a list, and {@code -} as a
 * value for nothing at all.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Edition.class)
record SampleIT(Edition edition) {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | title              | Ein außergewöhnliches Jahr – in vielerlei Hinsicht
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | subtitle           | Herzlich digital blickt auf 2020 zurück
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | kind               | YEAR_IN_REVIEW
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | coveragePeriod/edtf | 2020
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | publishedAt        | -
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | publishedAtUnknown | true
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | quotes/*/person/title | Dr. Martin Verlage, Dr. Martin Verlage, Prof. Dieter Rombach, Dr. Klaus Weichel
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | quotes/*/order     | 1, 2, 3, 4
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | pressContact/email | presse@example.org
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | pressContact/telephone | -
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | links/1/label      | Häufige Fragen zu Corona
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | links/1/url        | -
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | links/1/target     | -
            events/buergerversammlung-smart-city-5g       | kind              | CIVIC_MEETING
            events/buergerversammlung-smart-city-5g       | temporal/edtf     | 2020-01~
            events/buergerversammlung-smart-city-5g       | figures/*/metric  | ATTENDEES
            events/buergerversammlung-smart-city-5g       | figures/*/bound   | MORE_THAN
            events/buergerversammlung-smart-city-5g       | figures/*/value   | 300
            events/buergerversammlung-smart-city-5g       | topics/*/slug     | smart-city, 5g
            events/erste-massnahmen-covid-19              | kind              | MILESTONE
            events/erste-massnahmen-covid-19              | temporal/edtf     | 2020-03-13/..
            events/erste-massnahmen-covid-19              | temporal/precision | DAY
            events/erste-massnahmen-covid-19              | temporal/openEnd  | true
            events/erste-massnahmen-covid-19              | temporal/display  | seit 13. März 2020
            events/corona-faq-geht-online                 | kind              | MILESTONE
            events/corona-faq-geht-online                 | temporal/edtf     | 2020-03~
            events/videokonferenzen-mit-bigbluebutton     | kind              | MILESTONE
            events/videokonferenzen-mit-bigbluebutton     | temporal/edtf     | 2020
            events/kulturlivestreams                      | kind              | LIVESTREAM
            events/kulturlivestreams                      | temporal/edtf     | 2020
            events/kulturlivestreams                      | temporal/duration | P7W
            events/kulturlivestreams                      | temporal/display  | 2020, sieben Wochen lang
            events/kulturlivestreams                      | figures/*/metric  | VIEWERS
            events/kulturlivestreams                      | figures/*/value   | 100000
            events/kulturlivestreams                      | figures/*/bound   | MORE_THAN
            events/kulturlivestreams                      | figures/0/channels | Soziale Medien, Offene Kanäle
            events/kulturlivestreams                      | participations/*/organisation/slug | herzlich-digital, kulturreferat, offene-kanaele
            events/kulturlivestreams                      | participations/*/role | ORGANISER, CO_ORGANISER, BROADCASTER
            events/kulturlivestreams-zweite-staffel       | temporal/edtf     | 2020-12~/..
            events/kulturlivestreams-zweite-staffel       | eventStatus       | SCHEDULED
            events/gruendung-der-digitalisierungseinheit  | kind              | MILESTONE
            events/gruendung-der-digitalisierungseinheit  | temporal/edtf     | 2020-06
            events/gruendung-der-digitalisierungseinheit  | temporal/precision | MONTH
            events/kooperation-mit-dem-dfki               | kind              | MILESTONE
            events/kooperation-mit-dem-dfki               | temporal/edtf     | 2020
            events/kooperation-mit-dem-dfki               | participations/*/organisation/slug | dfki
            events/kooperation-mit-der-tegel-projekt-gmbh | kind              | MILESTONE
            events/kooperation-mit-der-tegel-projekt-gmbh | temporal/edtf     | 2020
            events/kooperation-mit-der-tegel-projekt-gmbh | participations/*/organisation/slug | tegel-projekt-gmbh
            events/weihnachtskampagnen-2020               | kind              | CAMPAIGN
            events/weihnachtskampagnen-2020               | temporal/edtf     | 2020-12~
            events/weihnachtskampagnen-2020               | figures/*/metric  | CAMPAIGNS
            events/weihnachtskampagnen-2020               | figures/*/value   | 2
            events/netzwerktreffen-der-ikone-ds           | kind              | NETWORK_MEETING
            events/netzwerktreffen-der-ikone-ds           | temporal/edtf     | 2020
            events/netzwerktreffen-der-ikone-ds           | figures           | -
            events/netzwerktreffen-der-modellstaedte      | kind              | NETWORK_MEETING
            events/netzwerktreffen-der-modellstaedte      | temporal/edtf     | 2020
            events/kommunalkongress-rheinland-pfalz-2020  | kind              | CONGRESS
            events/kommunalkongress-rheinland-pfalz-2020  | temporal/edtf     | 2020
            events/kommunalkongress-rheinland-pfalz-2020  | highlight         | true
            events/kommunalkongress-rheinland-pfalz-2020  | participations/*/role | COMMISSIONER, SUPPORTER
            events/motto-herzlich-digital                 | kind              | MILESTONE
            events/motto-herzlich-digital                 | temporal/edtf     | 2017
            events/motto-herzlich-digital                 | mentions/*/slug   | bitkom, herzlich-digital
            projects/modellprojekte-smart-cities          | kind              | PROGRAMME
            projects/modellprojekt-smart-city-kaiserslautern | programme/slug | modellprojekte-smart-cities
            projects/projekte-herzlich-digital | funding/*/amount | 17000000.00
            projects/projekte-herzlich-digital | funding/*/bound | MORE_THAN
            projects/projekte-herzlich-digital | funding/*/currency | EUR
            projects/projekte-herzlich-digital | funding/0/funders/*/slug | bundesministerium-des-innern-fuer-bau-und-heimat, ministerium-des-innern-und-fuer-sport-rheinland-pfalz
            projects/kulturlivestreams                    | temporal/edtf     | 2020
            projects/dialog-zivilgesellschaft             | participations/*/organisation/slug | stadtteilbuero-innenstadt-west
            projects/wlan-fuer-schulen                    | participations/*/organisation/slug | stadtverwaltung-kaiserslautern, herzlich-digital
            projects/wlan-fuer-schulen                    | participations/*/role | LEAD, SUPPORTER
            projects/weihnachtskampagnen                  | temporal/edtf     | 2020-12~
            projects/videokonferenzen                     | title             | Videokonferenzen mit BigBlueButton
            projects/smart-city-technik-fuer-tegel        | participations/*/organisation/slug | tegel-projekt-gmbh
            organisations/stadt-kaiserslautern            | kind              | MUNICIPALITY
            organisations/stadtverwaltung-kaiserslautern  | parent/slug       | stadt-kaiserslautern
            organisations/dezernat-oberbuergermeister     | parent/slug       | stadt-kaiserslautern
            organisations/digitalisierung-i-8             | unitCode          | I.8
            organisations/digitalisierung-i-8             | founded/edtf      | 2020-06
            organisations/digitalisierung-i-8             | founded/display   | Juni 2020
            organisations/kulturreferat                   | name              | Kulturreferat der Stadt Kaiserslautern
            organisations/kl-digital                      | name              | KL.digital GmbH
            organisations/kl-digital                      | kind              | COMPANY
            organisations/kl-digital                      | parent/slug       | stadt-kaiserslautern
            organisations/kl-digital                      | relations/0/type  | SUBSIDIARY_OF
            organisations/kl-digital                      | address/streetAddress | Bahnhofstraße 26-28
            organisations/kl-digital                      | address/postalCode | 67655
            organisations/herzlich-digital                | kind              | BRAND
            organisations/herzlich-digital                | figures/*/metric  | STAFF, STAFF
            organisations/herzlich-digital                | figures/*/bound   | MORE_THAN, UNSPECIFIED
            organisations/herzlich-digital                | figures/*/value   | 20
            organisations/stadtteilbuero-innenstadt-west  | name              | Stadtteilbüro Innenstadt West
            organisations/bundesministerium-des-innern-fuer-bau-und-heimat | alternateNames | Bundesinnenministerium
            organisations/ministerium-des-innern-und-fuer-sport-rheinland-pfalz | kind | MINISTRY
            organisations/dfki                            | shortName         | DFKI
            organisations/dfki                            | kind              | INSTITUTE
            organisations/smart-city-living-lab           | kind              | LAB
            organisations/smart-city-living-lab           | parent/slug       | dfki
            organisations/tegel-projekt-gmbh              | legalName         | Tegel Projekt GmbH
            organisations/ikone-ds                        | kind              | NETWORK
            organisations/ikone-ds                        | figures/*/metric  | MEMBERS
            organisations/ikone-ds                        | figures/*/value   | 15
            organisations/stadt-kaiserslautern            | relations/*/type  | LEADS
            organisations/stadt-kaiserslautern            | relations/*/target/slug | ikone-ds
            organisations/bitkom                          | kind              | ASSOCIATION
            organisations/offene-kanaele                  | kind              | COLLECTIVE
            organisations/modellstaedte                   | kind              | COLLECTIVE
            organisations/schulen-der-stadt-kaiserslautern | kind             | COLLECTIVE
            organisations/wissenschaftliche-einrichtungen-kaiserslautern | kind | COLLECTIVE
            topics/corona                                 | label             | Corona
            topics/digitalisierung                        | label             | Digitalisierung
            topics/smart-city                             | label             | Smart City
            topics/5g                                     | label             | 5G
            topics/kuenstliche-intelligenz                | label             | Künstliche Intelligenz
            topics/livestream                             | label             | Livestream
            topics/kultur                                 | label             | Kultur
            topics/schule                                 | label             | Schule
            topics/wlan                                   | label             | WLAN
            topics/zivilgesellschaft                      | label             | Zivilgesellschaft
            topics/verwaltung                             | label             | Verwaltung
            topics/vernetzung                             | label             | Vernetzung
            topics/videokonferenz                         | label             | Videokonferenz
            """)
    void thePressReleaseSays(String item, String place, String value) {
        assertEquals(value, said(Sample.REVIEW_2020, item, place));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            events/buergerversammlung-smart-city-5g       | version           | 2
            events/buergerversammlung-smart-city-5g       | temporal/edtf     | 2020-01-29
            events/buergerversammlung-smart-city-5g       | startAt           | 2020-01-29T18:00:00+01:00
            events/buergerversammlung-smart-city-5g       | endAt             | 2020-01-29T21:00:00+01:00
            events/buergerversammlung-smart-city-5g       | place/title       | Fruchthalle
            events/buergerversammlung-smart-city-5g       | price/free        | true
            events/buergerversammlung-smart-city-5g       | figures/*/value   | 250, 250, 300, 300
            events/buergerversammlung-smart-city-5g       | figures/*/bound   | EXACT, MORE_THAN, ALMOST, MORE_THAN
            events/buergerversammlung-smart-city-5g       | figures/*/source/title | Zeitung, Pressestelle der Stadt, Website des Teams herzlich digital, Jahresrückblick 2020 von herzlich digital
            events/kulturlivestreams                      | version           | 2
            events/kulturlivestreams                      | temporal/edtf     | 2020-03-24/2020-05
            events/kulturlivestreams                      | virtualLocations/*/platform | Facebook, YouTube, Offene Kanäle
            events/kulturlivestreams                      | figures/*/value   | 15000, 30000, 51000, 100000, 100000, 160000
            events/kulturlivestreams                      | figures/*/asOf    | 2020-03-27, 2020-04, 2020-04-14, 2020-05-05, 2020, 2021-02
            events/kulturlivestreams                      | participations/*/organisation/slug | herzlich-digital, kulturreferat, offene-kanaele, offener-kanal-kaiserslautern, offener-kanal-trier, nahe-tv
            events/erster-kulturlivestream                | startAt           | 2020-03-24T17:00:00+01:00
            events/fuenfzigster-kulturlivestream          | temporal/edtf     | 2021-02
            events/kulturlivestreams-zweite-staffel       | temporal/edtf     | 2020-12/2021-05
            organisations/digitalisierung-i-8             | figures/*/metric  | STAFF
            organisations/digitalisierung-i-8             | figures/*/value   | 7
            organisations/digitalisierung-i-8             | figures/*/source/title | Öffentlicher Bericht zur Einheit Digitalisierung
            events/kooperation-mit-der-tegel-projekt-gmbh | temporal/edtf     | 2020-08-27
            events/kooperation-mit-dem-dfki               | temporal/edtf     | 2020-22
            events/kommunalkongress-rheinland-pfalz-2020  | temporal/edtf     | 2020-09-11
            events/kommunalkongress-rheinland-pfalz-2020  | attendanceMode    | ONLINE
            events/kommunalkongress-rheinland-pfalz-2020  | eventStatus       | MOVED_ONLINE
            events/kommunalkongress-rheinland-pfalz-2020  | figures/*/metric  | WORKSHOPS
            events/kommunalkongress-rheinland-pfalz-2020  | figures/*/value   | 12
            organisations/ikone-ds                        | founded/edtf      | 2019-04
            organisations/ikone-ds                        | figures/*/value   | 15, 10
            events/videokonferenz-der-ikone-ds-juni-2020  | temporal/edtf     | 2020-06-08
            events/videokonferenz-der-ikone-ds-juni-2020  | figures/*/value   | 21
            events/videokonferenz-der-ikone-ds-september-2020 | temporal/edtf | 2020-09-09
            events/fragenkatalog-smart-city-5g-geht-online | temporal/edtf    | 2020-05-25
            events/fragenkatalog-smart-city-5g-geht-online | figures/*/value  | 99
            """)
    void otherReportsAdd(String item, String place, String value) {
        assertEquals(value, said(Sample.ENRICHED, item, place));
    }

    /** What the year in review said is still there in the newer version, beside what others say. */
    @ParameterizedTest
    @CsvSource({"buergerversammlung-smart-city-5g, 300", "kulturlivestreams, 100000"})
    void whatTheReviewSaidStaysThePreferredFigure(String event, int value) {
        var preferred = new ArrayList<String>();
        item(Sample.ENRICHED, "events/" + event).path("figures").forEach(figure -> {
            if (figure.path("preferred").asBoolean()) {
                preferred.add(figure.path("value").asText());
            }
        });
        assertEquals(List.of(String.valueOf(value)), preferred);
        assertThat(
                List.of(said(Sample.ENRICHED, "events/" + event, "figures/*/source/system")
                        .split(", ", -1)),
                hasItems("herzlich-digital"));
    }

    private String said(Sample sample, String item, String place) {
        var found = new ArrayList<String>();
        collect(item(sample, item), List.of(place.split("/", -1)), found);
        return found.isEmpty() ? "-" : String.join(", ", found);
    }

    private static void collect(JsonNode node, List<String> place, List<String> found) {
        if (place.isEmpty() && node.isArray()) {
            node.forEach(element -> found.add(element.asText()));
        } else if (place.isEmpty() && !node.isMissingNode()) {
            found.add(node.asText());
        } else if (!place.isEmpty()) {
            var step = place.get(0);
            var rest = place.subList(1, place.size());
            if (step.equals("*")) {
                node.forEach(element -> collect(element, rest, found));
            } else {
                collect(node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step), rest, found);
            }
        }
    }

    private JsonNode item(Sample sample, String path) {
        var json = Installation.shared(edition, sample)
                .api()
                .get("/v1/" + path + "?lang=de")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        }
    }
}
