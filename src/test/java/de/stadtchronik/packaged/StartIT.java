package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What keeps the service from starting is told in a sentence, before anything is written. */
class StartIT {

    private static final String REFUSED = "Stadtchronik does not start: ";

    @Test
    void everyUnusableSettingIsNamedWithWhatItTakes() {
        var given = Map.of(
                "stadtchronik.admin-key", "short",
                "stadtchronik.limits.listeners", "-5",
                "stadtchronik.limits.streams", "0",
                "stadtchronik.public-url", "ftp://x/",
                "stadtchronik.changes-kept", "P1D",
                "stadtchronik.trusted-proxies", "proxy",
                "stadtchronik.outbound.allowed-hosts", "http://x/",
                "stadtchronik.harvest.mainz.url", "mainz",
                "stadtchronik.provider.imprint", "javascript:alert(1)",
                "stadtchronik.import", "/nowhere");

        assertEquals(
                List.of(
                        "stadtchronik.admin-key is 5 characters long; it takes 32 or more letters, digits and - . _ ~ + /.",
                        "stadtchronik.changes-kept is PT24H; it takes PT720H to PT876000H.",
                        "stadtchronik.harvest.mainz.url is mainz; it takes an address that begins with http:// or https://,"
                                + " in ASCII, without ? and #.",
                        "stadtchronik.import is /nowhere; it takes the path of a file that this user can read.",
                        "stadtchronik.limits.listeners is -5; it takes 0 to 100000.",
                        "stadtchronik.limits.streams is 0; it takes 1 to 1000.",
                        "stadtchronik.outbound.allowed-hosts is http://x/; it takes names of hosts, each also as name:port.",
                        "stadtchronik.provider.imprint is javascript:alert(1); it takes an address that begins with http://"
                                + " or https://, in ASCII.",
                        "stadtchronik.public-url is ftp://x/; it takes an address that begins with http:// or https://,"
                                + " in ASCII, without ? and #.",
                        "stadtchronik.trusted-proxies takes addresses and networks such as 10.0.0.0/8, not: proxy"),
                refusals(given));
    }

    @Test
    void whatCannotBeReadIsNamedWithWhatItTakes() {
        assertEquals(
                List.of(
                        "stadtchronik.limits.listeners is many; Expected an integer value, got \"many\"",
                        "stadtchronik.sample is mine; it takes enriched,none,review-2020"),
                refusals(Map.of("stadtchronik.limits.listeners", "many", "stadtchronik.sample", "mine")));
        assertEquals(
                List.of(
                        "stadtchronik.restored is maybe; it takes true or false.",
                        "stadtchronik.time-zone is Mars; it takes a zone such as Europe/Berlin."),
                refusals(Map.of("stadtchronik.restored", "maybe", "stadtchronik.time-zone", "Mars")));
        assertEquals(
                List.of("stadtchronik.harvest.mainz.url is missing."),
                refusals(Map.of("stadtchronik.harvest.mainz.interval", "PT1H")));
        assertEquals(
                List.of("stadtchronik.web-url is https://example.org/; it takes an address that begins with http:// or"
                        + " https://, in ASCII, with {slug} in it."),
                refusals(Map.of("stadtchronik.web-url", "https://example.org/")));
    }

    @Test
    void aMisspeltSettingIsToldTheNearestName() {
        var given = new TreeMap<>(Map.of(
                "stadtchronik.publicurl", "http://x",
                "stadtchronik.harvest.mainz.intervall", "PT5M",
                "stadtchronik.mood", "good"));

        assertEquals(
                List.of(
                        "there is no setting stadtchronik.harvest.mainz.intervall; the nearest is"
                                + " stadtchronik.harvest.mainz.interval.",
                        "there is no setting stadtchronik.mood; docs/operations.md lists those that there are.",
                        "there is no setting stadtchronik.publicurl; the nearest is stadtchronik.public-url."),
                refusals(given));
    }

    @Test
    void theEnvironmentIsReadAsStrictly() {
        var given = Map.of(
                "STADTCHRONIK_PUBLICURL", "http://x",
                "STADTCHRONIK_LIMITS_LISTNERS", "5",
                "STADTCHRONIK_LIMITS_LISTENERS_PER_CALLER", "5",
                "STADTCHRONIK_HARVEST_MAINZ_URL", "https://mainz.example",
                "STADTCHRONIK_HARVEST_MAINZ_TYPES_0_", "EVENT",
                "STADTCHRONIK_HARVEST_MAINZ_INTERVALL", "PT5M",
                // A source whose name has a dash has to be named elsewhere.
                "STADTCHRONIK_HARVEST_BAD_EMS_URL", "https://ems.example",
                "STADTCHRONIK_SERVICE_HOST", "10.0.0.1",
                "STADTCHRONIK_DB_PORT_5432_TCP", "tcp://10.0.0.2:5432");

        assertEquals(
                List.of(
                        "there is no setting STADTCHRONIK_HARVEST_BAD_EMS_URL; the nearest is STADTCHRONIK_HARVEST_BAD_URL.",
                        "there is no setting STADTCHRONIK_HARVEST_MAINZ_INTERVALL; the nearest is"
                                + " STADTCHRONIK_HARVEST_MAINZ_INTERVAL.",
                        "there is no setting STADTCHRONIK_LIMITS_LISTNERS; the nearest is STADTCHRONIK_LIMITS_LISTENERS.",
                        "there is no setting STADTCHRONIK_PUBLICURL; the nearest is STADTCHRONIK_PUBLIC_URL."),
                refusals(given));
    }

    @Test
    void aPortInUseIsNoticedBeforeAnythingIsWritten() throws IOException {
        var port = FreePort.next();
        try (var other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var taken = String.valueOf(other.getLocalPort());
            assertEquals(
                    List.of("quarkus.http.port is " + port
                            + " at 127.0.0.1, where it cannot listen: Address already in use;"
                            + " end the process that does, or choose another port."),
                    refusals(Map.of("quarkus.http.port", taken)));
            assertEquals(
                    List.of("quarkus.management.port is " + port
                            + " at 127.0.0.1, where it cannot listen: Address already in use; end the process that does, or"
                            + " choose another port."),
                    refusals(Map.of("quarkus.management.port", taken)));
        }
        assertEquals(
                List.of("quarkus.http.port is 99999; it takes 0 to 65535."),
                refusals(Map.of("quarkus.http.port", "99999")));
    }

    @Test
    void onlyOneProcessWorksInAFolder() {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.NONE);
        var file = city.folder().resolve("data/stadtchronik.mv.db");
        try (var first = city.start()) {
            assertEquals(List.of(), first.complaints());
            assertEquals(
                    List.of(file
                            + " is in use by another process, and only one may have it open; end that, or give this one"
                            + " another stadtchronik.data-dir"),
                    refusals(city));
            first.api().get("/v1/releases").then().statusCode(200);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.NONE);
        var file = Files.writeString(city.folder().resolve("file"), "no folder");

        assertEquals(
                List.of("stadtchronik.data-dir is " + file + ", where this user cannot write (" + file
                        + ": FileAlreadyExists); give it the right to, or choose another folder"),
                refusals(city.with("stadtchronik.data-dir", file.toString())));
        assertEquals(
                List.of("stadtchronik.data-dir is data; it takes an absolute path, or one that begins with ./"),
                refusals(city.with("stadtchronik.data-dir", "data")));
    }

    @Tag("full")
    @Test
    void aDatabaseThatCannotBeReachedIsNamed() {
        var city = Installation.fresh(Edition.POSTGRESQL, Sample.NONE)
                .with("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:" + FreePort.next() + "/none");
        var told = refusals(city);

        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("the database cannot be used: Connection to 127.0.0.1:"), told.get(0));
    }

    /** What a fresh installation with these settings is told; it has written nothing. */
    private static List<String> refusals(Map<String, String> settings) {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.NONE).with(settings);
        var told = refusals(city);
        assertFalse(Files.exists(Path.of(city.setting("stadtchronik.data-dir"))));
        return told;
    }

    private static List<String> refusals(Installation city) {
        var app = city.launch();
        try {
            assertTrue(app.endsWithin(Duration.ofMinutes(1)), app::said);
            assertEquals(1, app.exitCode());
            assertEquals(List.of(), app.complaints());
            return app.said()
                    .lines()
                    .filter(line -> line.startsWith(REFUSED))
                    .map(line -> line.substring(REFUSED.length()))
                    .sorted()
                    .toList();
        } finally {
            app.kill();
        }
    }
}
