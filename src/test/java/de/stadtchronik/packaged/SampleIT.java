package de.stadtchronik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | title | Ein außergewöhnliches Jahr – in vielerlei Hinsicht
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | subtitle | Herzlich digital blickt auf 2020 zurück
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | kind | YEAR_IN_REVIEW
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | coveragePeriod/edtf | 2020
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | publishedAt | -
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | publishedAtUnknown | true
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | quotes/*/person/title | Dr. Martin Verlage, Dr. Martin Verlage, Prof. Dieter Rombach, Dr. Klaus Weichel
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | quotes/*/order | 1, 2, 3, 4
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | pressContact/email | presse@example.org
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | pressContact/telephone | -
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | links/1/label | Häufige Fragen zu Corona
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | links/1/url | -
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | links/1/target/slug | corona-faq
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | slug | ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | quotes/*/person/slug | martin-verlage, martin-verlage, dieter-rombach, klaus-weichel
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | publisher/slug | kl-digital
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | availableLanguages | de, de-simple, en
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | links/0/target/slug | kulturlivestreams
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | media/*/role | HERO, INLINE
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | media/*/media/slug | fruchthalle-zeichnung, verbundene-punkte
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | coveragePeriod/display | 2020
            releases/ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht | temporal | -
            events/buergerversammlung-smart-city-5g | kind | CIVIC_MEETING
            events/buergerversammlung-smart-city-5g | temporal/edtf | 2020-01~
            events/buergerversammlung-smart-city-5g | figures/*/metric | ATTENDEES
            events/buergerversammlung-smart-city-5g | figures/*/bound | MORE_THAN
            events/buergerversammlung-smart-city-5g | figures/*/value | 300
            events/buergerversammlung-smart-city-5g | topics/*/slug | smart-city, 5g
            events/buergerversammlung-smart-city-5g | summary | Mehr als 300 Einwohnerinnen und Einwohner kamen zu der Bürgerversammlung. Über Smart City und 5G wurde an Thementischen gesprochen.
            events/buergerversammlung-smart-city-5g | mentions/*/slug | kaiserslautern
            events/erste-massnahmen-covid-19 | kind | MILESTONE
            events/erste-massnahmen-covid-19 | temporal/edtf | 2020-03-13/..
            events/erste-massnahmen-covid-19 | temporal/precision | DAY
            events/erste-massnahmen-covid-19 | temporal/openEnd | true
            events/erste-massnahmen-covid-19 | temporal/display | seit 13. März 2020
            events/corona-faq-geht-online | kind | MILESTONE
            events/corona-faq-geht-online | temporal/edtf | 2020-03~
            events/corona-faq-geht-online | mentions/*/slug | corona-faq, herzlich-digital
            events/videokonferenzen-mit-bigbluebutton | kind | MILESTONE
            events/videokonferenzen-mit-bigbluebutton | temporal/edtf | 2020
            events/videokonferenzen-mit-bigbluebutton | summary | Beschäftigte und viele Gruppen der Zivilgesellschaft können sich seit 2020 mit Big Blue Button zu Videokonferenzen treffen. Grund für die Wahl war der Datenschutz.
            events/videokonferenzen-mit-bigbluebutton | mentions/*/slug | videokonferenzen, herzlich-digital
            event-series/kulturlivestreams | kind | LIVESTREAM
            event-series/kulturlivestreams | temporal/edtf | 2020
            event-series/kulturlivestreams | temporal/duration | P7W
            event-series/kulturlivestreams | temporal/display | 2020, sieben Wochen lang
            event-series/kulturlivestreams | figures/*/metric | VIEWERS
            event-series/kulturlivestreams | figures/*/value | 100000
            event-series/kulturlivestreams | figures/*/bound | MORE_THAN
            event-series/kulturlivestreams | figures/0/channels | Soziale Medien, Offene Kanäle
            event-series/kulturlivestreams | participations/*/organisation/slug | herzlich-digital, kulturreferat, offene-kanaele
            event-series/kulturlivestreams | participations/*/role | ORGANISER, CO_ORGANISER, BROADCASTER
            event-series/kulturlivestreams | seasons/1/temporal/edtf | 2020-12~/..
            event-series/kulturlivestreams | seasons/1/eventStatus | SCHEDULED
            event-series/kulturlivestreams | genres | Konzert, Lesung, Kabarett, Live-Malerei
            event-series/kulturlivestreams | originPlace/slug | fruchthalle
            event-series/kulturlivestreams | seasons/*/temporal/edtf | 2020, 2020-12~/..
            event-series/kulturlivestreams | seasons/*/temporal/duration | P7W
            event-series/kulturlivestreams | seasons/1/summary | Die Livestreams aus der Fruchthalle sollen weitergehen. Die zweite Staffel war zur Zeit des Jahresrückblicks angekündigt.
            event-series/kulturlivestreams | availableLanguages | de, de-simple, en
            events/gruendung-der-digitalisierungseinheit | kind | MILESTONE
            events/gruendung-der-digitalisierungseinheit | temporal/edtf | 2020-06
            events/gruendung-der-digitalisierungseinheit | temporal/precision | MONTH
            events/kooperation-mit-dem-dfki | kind | MILESTONE
            events/kooperation-mit-dem-dfki | temporal/edtf | 2020
            events/kooperation-mit-dem-dfki | participations/*/organisation/slug | dfki
            events/kooperation-mit-dem-dfki | mentions/*/slug | smart-city-living-lab, herzlich-digital
            events/kooperation-mit-der-tegel-projekt-gmbh | kind | MILESTONE
            events/kooperation-mit-der-tegel-projekt-gmbh | temporal/edtf | 2020
            events/kooperation-mit-der-tegel-projekt-gmbh | participations/*/organisation/slug | tegel-projekt-gmbh
            events/kooperation-mit-der-tegel-projekt-gmbh | mentions/*/slug | smart-city-technik-fuer-tegel, herzlich-digital, ehemaliger-flughafen-berlin-tegel
            events/weihnachtskampagnen-2020 | kind | CAMPAIGN
            events/weihnachtskampagnen-2020 | temporal/edtf | 2020-12~
            events/weihnachtskampagnen-2020 | figures/*/metric | CAMPAIGNS
            events/weihnachtskampagnen-2020 | figures/*/value | 2
            event-series/netzwerktreffen-der-ikone-ds | kind | NETWORK_MEETING
            event-series/netzwerktreffen-der-ikone-ds | temporal/edtf | 2020
            event-series/netzwerktreffen-der-ikone-ds | figures | -
            event-series/netzwerktreffen-der-ikone-ds | recurrence | FREQ=YEARLY
            event-series/netzwerktreffen-der-ikone-ds | summary | Die Städte des Netzwerks IKONE DS kommen jedes Jahr zu (auch virtuellen) Treffen zusammen. Wie viele es 2020 waren, ist nicht angegeben.
            event-series/netzwerktreffen-der-modellstaedte | kind | NETWORK_MEETING
            event-series/netzwerktreffen-der-modellstaedte | temporal/edtf | 2020
            event-series/netzwerktreffen-der-modellstaedte | recurrence | FREQ=YEARLY
            event-series/netzwerktreffen-der-modellstaedte | summary | Die Modellstädte kommen jedes Jahr zu (auch virtuellen) Treffen zusammen. Wie viele es 2020 waren, ist nicht angegeben.
            events/kommunalkongress-rheinland-pfalz-2020 | kind | CONGRESS
            events/kommunalkongress-rheinland-pfalz-2020 | temporal/edtf | 2020
            events/kommunalkongress-rheinland-pfalz-2020 | highlight | true
            events/kommunalkongress-rheinland-pfalz-2020 | participations/*/role | COMMISSIONER, SUPPORTER
            events/kommunalkongress-rheinland-pfalz-2020 | participations/*/organisation/slug | ministerium-des-innern-und-fuer-sport-rheinland-pfalz, ikone-ds
            events/kommunalkongress-rheinland-pfalz-2020 | summary | Ein Höhepunkt des Jahres: der Kommunalkongress im Auftrag des Ministeriums des Innern und für Sport des Landes, unterstützt von der IKONE DS. Er konnte nicht vor Ort stattfinden.
            events/motto-herzlich-digital | kind | MILESTONE
            events/motto-herzlich-digital | temporal/edtf | 2017
            events/motto-herzlich-digital | mentions/*/slug | bitkom, herzlich-digital
            projects/modellprojekte-smart-cities | kind | PROGRAMME
            projects/modellprojekt-smart-city-kaiserslautern | programme/slug | modellprojekte-smart-cities
            projects/projekte-herzlich-digital | funding/*/amount | 17000000.00
            projects/projekte-herzlich-digital | funding/*/bound | MORE_THAN
            projects/projekte-herzlich-digital | funding/*/currency | EUR
            projects/projekte-herzlich-digital | funding/0/funders/*/slug | bundesministerium-des-innern-fuer-bau-und-heimat, ministerium-des-innern-und-fuer-sport-rheinland-pfalz
            projects/projekte-herzlich-digital | funding/0/funders/*/amount | -
            projects/kulturlivestreams | temporal/edtf | 2020
            projects/dialog-zivilgesellschaft | participations/*/organisation/slug | stadtteilbuero-innenstadt-west
            projects/dialog-zivilgesellschaft | summary | Das Projekt half dem Stadtteilbüro Innenstadt West dabei, digitale Werkzeuge einzusetzen.
            projects/dialog-zivilgesellschaft | mentions/*/slug | herzlich-digital, innenstadt-west
            projects/wlan-fuer-schulen | participations/*/organisation/slug | stadtverwaltung-kaiserslautern, herzlich-digital
            projects/wlan-fuer-schulen | participations/*/role | LEAD, SUPPORTER
            projects/weihnachtskampagnen | temporal/edtf | 2020-12~
            projects/videokonferenzen | title | Videokonferenzen mit BigBlueButton
            projects/videokonferenzen | kind | SERVICE
            projects/smart-city-technik-fuer-tegel | participations/*/organisation/slug | tegel-projekt-gmbh
            projects/smart-city-technik-fuer-tegel | mentions/*/slug | dfki, herzlich-digital, ehemaliger-flughafen-berlin-tegel
            organisations/stadt-kaiserslautern | kind | MUNICIPALITY
            organisations/stadtverwaltung-kaiserslautern | parent/slug | stadt-kaiserslautern
            organisations/dezernat-oberbuergermeister | parent/slug | stadt-kaiserslautern
            organisations/digitalisierung-i-8 | unitCode | I.8
            organisations/digitalisierung-i-8 | founded/edtf | 2020-06
            organisations/digitalisierung-i-8 | founded/display | Juni 2020
            organisations/digitalisierung-i-8 | parent/slug | stadtverwaltung-kaiserslautern
            organisations/kulturreferat | name | Kulturreferat der Stadt Kaiserslautern
            organisations/kulturreferat | parent/slug | stadt-kaiserslautern
            organisations/kl-digital | name | KL.digital GmbH
            organisations/kl-digital | kind | COMPANY
            organisations/kl-digital | parent/slug | stadt-kaiserslautern
            organisations/kl-digital | relations/0/type | SUBSIDIARY_OF
            organisations/kl-digital | address/streetAddress | Bahnhofstraße 26-28
            organisations/kl-digital | address/postalCode | 67655
            organisations/herzlich-digital | kind | BRAND
            organisations/herzlich-digital | figures/*/metric | STAFF, STAFF
            organisations/herzlich-digital | figures/*/bound | MORE_THAN, UNSPECIFIED
            organisations/herzlich-digital | figures/*/value | 20
            organisations/stadtteilbuero-innenstadt-west | name | Stadtteilbüro Innenstadt West
            organisations/bundesministerium-des-innern-fuer-bau-und-heimat | alternateNames | Bundesinnenministerium
            organisations/bundesministerium-des-innern-fuer-bau-und-heimat | kind | MINISTRY
            organisations/ministerium-des-innern-und-fuer-sport-rheinland-pfalz | kind | MINISTRY
            organisations/dfki | shortName | DFKI
            organisations/dfki | kind | INSTITUTE
            organisations/smart-city-living-lab | kind | LAB
            organisations/smart-city-living-lab | parent/slug | dfki
            organisations/smart-city-living-lab | mentions/*/slug | digitalisierung-i-8
            organisations/tegel-projekt-gmbh | legalName | Tegel Projekt GmbH
            organisations/ikone-ds | kind | NETWORK
            organisations/ikone-ds | figures/*/metric | MEMBERS
            organisations/ikone-ds | figures/*/value | 15
            organisations/ikone-ds | figures/*/bound | EXACT
            organisations/ikone-ds | figures/*/text | 15 Mitgliedsstädte
            organisations/ikone-ds | mentions/*/slug | rheinland-pfalz
            organisations/stadt-kaiserslautern | relations/*/type | LEADS
            organisations/stadt-kaiserslautern | relations/*/target/slug | ikone-ds
            organisations/bitkom | kind | ASSOCIATION
            organisations/offene-kanaele | kind | COLLECTIVE
            organisations/modellstaedte | kind | COLLECTIVE
            organisations/schulen-der-stadt-kaiserslautern | kind | COLLECTIVE
            organisations/wissenschaftliche-einrichtungen-kaiserslautern | kind | COLLECTIVE
            topics/corona | label | Corona
            topics/digitalisierung | label | Digitalisierung
            topics/smart-city | label | Smart City
            topics/5g | label | 5G
            topics/kuenstliche-intelligenz | label | Künstliche Intelligenz
            topics/livestream | label | Livestream
            topics/kultur | label | Kultur
            topics/schule | label | Schule
            topics/wlan | label | WLAN
            topics/zivilgesellschaft | label | Zivilgesellschaft
            topics/verwaltung | label | Verwaltung
            topics/vernetzung | label | Vernetzung
            topics/videokonferenz | label | Videokonferenz
            people/martin-verlage | name | Dr. Martin Verlage
            people/martin-verlage | honorificPrefix | Dr.
            people/martin-verlage | givenName | Martin
            people/martin-verlage | familyName | Verlage
            people/martin-verlage | roles/*/title | Geschäftsführer der KL.digital GmbH
            people/martin-verlage | roles/*/organisation/slug | kl-digital
            people/martin-verlage | roles/*/asOf | 2020
            people/martin-verlage | roles/*/validUntil | -
            people/martin-verlage | roles/*/source/system | herzlich-digital
            people/dirk-andres | name | Dirk Andres
            people/dirk-andres | honorificPrefix | -
            people/dirk-andres | givenName | Dirk
            people/dirk-andres | familyName | Andres
            people/dirk-andres | roles/*/title | Leiter der Einheit Digitalisierung
            people/dirk-andres | roles/*/organisation/slug | digitalisierung-i-8
            people/dirk-andres | roles/*/asOf | 2020
            people/dirk-andres | roles/*/validUntil | -
            people/dirk-andres | roles/*/source/system | herzlich-digital
            people/dieter-rombach | name | Prof. Dieter Rombach
            people/dieter-rombach | honorificPrefix | Prof.
            people/dieter-rombach | givenName | Dieter
            people/dieter-rombach | familyName | Rombach
            people/dieter-rombach | roles/*/title | Chief Digital Officer
            people/dieter-rombach | roles/*/organisation/slug | -
            people/dieter-rombach | roles/*/asOf | 2020
            people/dieter-rombach | roles/*/validUntil | -
            people/dieter-rombach | roles/*/source/system | herzlich-digital
            people/gerhard-steinebach | name | Prof. Gerhard Steinebach
            people/gerhard-steinebach | honorificPrefix | Prof.
            people/gerhard-steinebach | givenName | Gerhard
            people/gerhard-steinebach | familyName | Steinebach
            people/gerhard-steinebach | roles/*/title | Chief Urban Officer
            people/gerhard-steinebach | roles/*/organisation/slug | -
            people/gerhard-steinebach | roles/*/asOf | 2020
            people/gerhard-steinebach | roles/*/validUntil | -
            people/gerhard-steinebach | roles/*/source/system | herzlich-digital
            people/martin-memmel | name | Dr. Martin Memmel
            people/martin-memmel | honorificPrefix | Dr.
            people/martin-memmel | givenName | Martin
            people/martin-memmel | familyName | Memmel
            people/martin-memmel | roles/*/title | Leiter des Smart City Living Lab
            people/martin-memmel | roles/*/organisation/slug | smart-city-living-lab
            people/martin-memmel | roles/*/asOf | 2020
            people/martin-memmel | roles/*/validUntil | -
            people/martin-memmel | roles/*/source/system | herzlich-digital
            people/martin-memmel | mentions/*/slug | dfki, digitalisierung-i-8
            people/klaus-weichel | name | Dr. Klaus Weichel
            people/klaus-weichel | honorificPrefix | Dr.
            people/klaus-weichel | givenName | Klaus
            people/klaus-weichel | familyName | Weichel
            people/klaus-weichel | roles/*/title | Oberbürgermeister
            people/klaus-weichel | roles/*/organisation/slug | stadt-kaiserslautern
            people/klaus-weichel | roles/*/asOf | 2020
            people/klaus-weichel | roles/*/validUntil | -
            people/klaus-weichel | roles/*/source/system | herzlich-digital
            places/fruchthalle | kind | VENUE
            places/fruchthalle | name | Fruchthalle
            places/fruchthalle | containedIn/slug | kaiserslautern
            places/fruchthalle | ags | 07312000
            places/innenstadt-west | kind | DISTRICT
            places/innenstadt-west | name | Innenstadt West
            places/innenstadt-west | containedIn/slug | kaiserslautern
            places/innenstadt-west | ags | 07312000
            places/kaiserslautern | kind | MUNICIPALITY
            places/kaiserslautern | name | Kaiserslautern
            places/kaiserslautern | containedIn/slug | rheinland-pfalz
            places/kaiserslautern | ags | 07312000
            places/bahnhofstrasse-26-28 | kind | ADDRESS
            places/bahnhofstrasse-26-28 | name | Bahnhofstraße 26-28, 67655 Kaiserslautern
            places/bahnhofstrasse-26-28 | containedIn/slug | kaiserslautern
            places/bahnhofstrasse-26-28 | ags | 07312000
            places/ehemaliger-flughafen-berlin-tegel | kind | SITE
            places/ehemaliger-flughafen-berlin-tegel | name | Ehemaliger Flughafen Berlin-Tegel
            places/ehemaliger-flughafen-berlin-tegel | containedIn/slug | -
            places/ehemaliger-flughafen-berlin-tegel | ags | 11000000
            places/rheinland-pfalz | kind | STATE
            places/rheinland-pfalz | name | Rheinland-Pfalz
            places/rheinland-pfalz | containedIn/slug | -
            places/rheinland-pfalz | ags | 07
            places/bahnhofstrasse-26-28 | address/streetAddress | Bahnhofstraße 26-28
            places/bahnhofstrasse-26-28 | address/postalCode | 67655
            places/bahnhofstrasse-26-28 | address/addressLocality | Kaiserslautern
            faqs/corona-faq | title | Häufige Fragen zu Corona
            faqs/corona-faq | living | true
            faqs/corona-faq | reviewedAt | 2020
            faqs/corona-faq | entries/*/id | seit-wann-massnahmen, stand-der-liste, treffen-per-video, kultur-trotz-corona
            faqs/corona-faq | entries/*/reviewedAt | 2020, 2020, 2020, 2020
            faqs/corona-faq | entries/0/validFrom | 2020-03-13
            faqs/corona-faq | entries/1/validFrom | 2020-03~
            faqs/corona-faq | topics/*/slug | corona
            faqs/corona-faq | availableLanguages | de, de-simple, en
            media/fruchthalle-zeichnung | mediaKind | IMAGE
            media/fruchthalle-zeichnung | usage | FREE
            media/fruchthalle-zeichnung | license | https://creativecommons.org/publicdomain/zero/1.0/
            media/fruchthalle-zeichnung | mentions/*/slug | fruchthalle, kulturlivestreams
            media/verbundene-punkte | decorative | true
            media/verbundene-punkte | altText | -
            """)
    void thePressReleaseSays(String item, String place, String value) {
        assertEquals(value, said(Sample.REVIEW_2020, item, place));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            events/buergerversammlung-smart-city-5g | version | 2
            events/buergerversammlung-smart-city-5g | temporal/edtf | 2020-01-29
            events/buergerversammlung-smart-city-5g | startAt | 2020-01-29T18:00:00+01:00
            events/buergerversammlung-smart-city-5g | endAt | 2020-01-29T21:00:00+01:00
            events/buergerversammlung-smart-city-5g | place/slug | fruchthalle
            events/buergerversammlung-smart-city-5g | place/title | Fruchthalle
            events/buergerversammlung-smart-city-5g | price/free | true
            events/buergerversammlung-smart-city-5g | figures/*/value | 250, 250, 300, 300
            events/buergerversammlung-smart-city-5g | figures/*/bound | EXACT, MORE_THAN, ALMOST, MORE_THAN
            events/buergerversammlung-smart-city-5g | figures/*/source/title | Zeitung, Pressestelle der Stadt, Website des Teams herzlich digital, Jahresrückblick 2020 von herzlich digital
            events/buergerversammlung-smart-city-5g | price/text | Eintritt frei
            events/buergerversammlung-smart-city-5g | temporal/source/title | Öffentliche Berichte zur Einwohnerversammlung
            event-series/kulturlivestreams | version | 2
            event-series/kulturlivestreams | temporal/edtf | 2020-03-24/2020-05
            event-series/kulturlivestreams | virtualLocations/*/platform | Facebook, YouTube, Offene Kanäle
            event-series/kulturlivestreams | figures/*/value | 15000, 30000, 51000, 100000, 100000, 160000
            event-series/kulturlivestreams | figures/*/asOf | 2020-03-27, 2020-04, 2020-04-14, 2020-05-05, 2020, 2021-02
            event-series/kulturlivestreams | participations/*/organisation/slug | herzlich-digital, kulturreferat, offene-kanaele, offener-kanal-kaiserslautern, offener-kanal-trier, nahe-tv
            events/erster-kulturlivestream | startAt | 2020-03-24T17:00:00+01:00
            events/erster-kulturlivestream | series/slug | kulturlivestreams
            events/fuenfzigster-kulturlivestream | temporal/edtf | 2021-02
            events/fuenfzigster-kulturlivestream | series/slug | kulturlivestreams
            event-series/kulturlivestreams | seasons/1/temporal/edtf | 2020-12/2021-05
            event-series/kulturlivestreams | temporal/display | 24. März bis Mai 2020, sieben Wochen lang
            event-series/kulturlivestreams | temporal/source/title | Öffentliche Berichte zu den Kulturlivestreams (Beginn); Jahresrückblick 2020 (sieben Wochen, daraus das Ende im Mai)
            event-series/kulturlivestreams | recurrence | FREQ=WEEKLY;BYDAY=TU,WE,TH,FR;BYHOUR=17;BYMINUTE=0
            event-series/kulturlivestreams | figures/*/bound | MORE_THAN, EXACT, EXACT, EXACT, MORE_THAN, EXACT
            event-series/kulturlivestreams | figures/3/channels | Soziale Medien
            event-series/kulturlivestreams | seasons/1/eventStatus | -
            event-series/kulturlivestreams | seasons/1/temporal/source/title | Öffentliche Berichte zu den Kulturlivestreams
            organisations/digitalisierung-i-8 | figures/*/metric | STAFF
            organisations/digitalisierung-i-8 | figures/*/value | 7
            organisations/digitalisierung-i-8 | figures/*/source/title | Öffentlicher Bericht zur Einheit Digitalisierung
            organisations/digitalisierung-i-8 | figures/*/asOf | 2020-06-01
            organisations/digitalisierung-i-8 | founded/edtf | 2020-06
            events/kooperation-mit-der-tegel-projekt-gmbh | temporal/edtf | 2020-08-27
            events/kooperation-mit-dem-dfki | temporal/edtf | 2020-22
            events/kommunalkongress-rheinland-pfalz-2020 | temporal/edtf | 2020-09-11
            events/kommunalkongress-rheinland-pfalz-2020 | attendanceMode | ONLINE
            events/kommunalkongress-rheinland-pfalz-2020 | eventStatus | MOVED_ONLINE
            events/kommunalkongress-rheinland-pfalz-2020 | figures/*/metric | WORKSHOPS
            events/kommunalkongress-rheinland-pfalz-2020 | figures/*/value | 12
            organisations/ikone-ds | founded/edtf | 2019-04
            organisations/ikone-ds | figures/*/value | 15, 10
            organisations/ikone-ds | figures/*/scope | Mitgliedsstädte in Rheinland-Pfalz, namentlich genannte Mitglieder
            events/videokonferenz-der-ikone-ds-juni-2020 | temporal/edtf | 2020-06-08
            events/videokonferenz-der-ikone-ds-juni-2020 | figures/*/value | 21
            events/videokonferenz-der-ikone-ds-juni-2020 | series/slug | netzwerktreffen-der-ikone-ds
            events/videokonferenz-der-ikone-ds-juni-2020 | attendanceMode | ONLINE
            events/videokonferenz-der-ikone-ds-september-2020 | temporal/edtf | 2020-09-09
            events/videokonferenz-der-ikone-ds-september-2020 | series/slug | netzwerktreffen-der-ikone-ds
            events/videokonferenz-der-ikone-ds-september-2020 | attendanceMode | ONLINE
            events/fragenkatalog-smart-city-5g-geht-online | temporal/edtf | 2020-05-25
            events/fragenkatalog-smart-city-5g-geht-online | figures/*/value | 99
            events/fragenkatalog-smart-city-5g-geht-online | figures/*/metric | QUESTIONS
            faqs/fragenkatalog-smart-city-5g | living | false
            faqs/fragenkatalog-smart-city-5g | entries | -
            places/fruchthalle | version | 2
            media/thementische-zeichnung | mentions/*/slug | buergerversammlung-smart-city-5g, fruchthalle
            organisations/stadt-kaiserslautern | summary | Stadt in Rheinland-Pfalz. Sie leitet das Städtenetzwerk IKONE DS und hat ein eigenes Modellprojekt im Bundesprogramm „Modellprojekte Smart Cities“. Alte Mitteilungen kennzeichnet sie in ihrem Archiv als möglicherweise nicht mehr aktuell; geändert werden sie dort nicht mehr.
            """)
    void otherReportsAdd(String item, String place, String value) {
        assertEquals(value, said(Sample.ENRICHED, item, place));
    }

    /** What the year in review said is still there in the newer version, beside what others say. */
    @ParameterizedTest
    @CsvSource({"events/buergerversammlung-smart-city-5g, 300", "event-series/kulturlivestreams, 100000"})
    void whatTheReviewSaidStaysThePreferredFigure(String reported, int value) {
        var preferred = new ArrayList<String>();
        item(Sample.ENRICHED, reported).path("figures").forEach(figure -> {
            if (figure.path("preferred").asBoolean()) {
                preferred.add(figure.path("value").asText());
            }
        });
        assertEquals(List.of(String.valueOf(value)), preferred);
        assertThat(
                List.of(said(Sample.ENRICHED, reported, "figures/*/source/system")
                        .split(", ", -1)),
                hasItems("herzlich-digital"));
    }

    /** The drawings lie with the service, and are what their entries say. */
    @ParameterizedTest
    @ValueSource(strings = {"fruchthalle-zeichnung", "verbundene-punkte", "thementische-zeichnung"})
    void theFilesOfTheMediaAreThere(String slug) throws NoSuchAlgorithmException {
        var media = item(Sample.ENRICHED, "media/" + slug);
        var file = Installation.shared(edition, Sample.ENRICHED)
                .api()
                .get(URI.create(media.get("contentUrl").asText()).getPath())
                .then()
                .statusCode(200)
                .contentType(media.get("mimeType").asText())
                .extract()
                .asByteArray();
        assertEquals(media.get("byteSize").asInt(), file.length);
        assertEquals(
                media.get("sha256").asText(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
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
