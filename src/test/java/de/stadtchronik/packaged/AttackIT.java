package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.Size;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nobody without a key stops it: while attackers do the worst they can, an ordinary client reads, publishes and listens,
 * and nothing is lost. In full size, longer, several times in a row, or with some kinds of attackers only:
 *
 * <pre>mvn verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=AttackIT -Dattack.part=1
 * -Dattack.seconds=600 -Dattack.rounds=10 -Dattack.kinds=slow,cut,ahead,listener</pre>
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class AttackIT {

    private static final Duration ATTACK = Duration.ofSeconds(Size.of("attack.seconds", 10, 60));
    private static final Set<String> KINDS =
            Set.of(System.getProperty("attack.kinds", String.join(",", Attackers.KINDS))
                    .split(",", -1));
    private static final int ROUNDS = Integer.getInteger("attack.rounds", 1);
    private static final Duration BEFORE = Duration.ofSeconds(5);

    /** In bytes: what a small machine gives it, with the flags of the README. */
    private static final long MEMORY = 400_000_000;

    /** A line a minute for each kind; twenty kinds would be many. */
    private static final long MOST_LINES = 20;

    private static final int LONG_RELEASES = 60;
    private static final int AT_ONCE = 5;
    private static final int CROWD = 400;

    /** As long as a text can be, and longer as HTML. */
    private static final String LONG = "<".repeat(99_000);

    @ParameterizedTest
    @EnumSource(Edition.class)
    void anOrdinaryClientIsServedWhileOthersDoTheirWorst(Edition edition) throws Exception {
        var installation = Installation.fresh(edition, Sample.ENRICHED)
                .with("stadtchronik.limits.anonymous", "3000")
                .with("stadtchronik.trusted-proxies", "127.0.0.1");
        try (var app = installation.start()) {
            publishesLongTexts(new Operator(app));
            for (var round = 0; round < ROUNDS; round++) {
                isServedDuringAnAttack(app, edition);
            }
            longAnswersAreShared(app);
            crowdIsServedOrToldToComeAgain(app);
            endsDuringAnAttack(app);
            assertFalse(app.said().contains("OutOfMemoryError"));
        }
    }

    private static void isServedDuringAnAttack(PackagedApp app, Edition edition) throws Exception {
        try (var client = new OrdinaryClient(app.address())) {
            client.goesOn(BEFORE);
            var before = client.says();
            var lines = app.said().lines().count();

            var begun = System.nanoTime();
            try (var attackers = new Attackers(app.address())) {
                attackers.begin(KINDS);
                client.goesOn(ATTACK);
                say(
                        edition,
                        "without: %s; with: %s; attackers: %s; memory %d MB"
                                .formatted(
                                        before,
                                        client.says(),
                                        attackers.answers(),
                                        new Vitals(app).memory() / 1_000_000));
                assertTrue(attackers.gotAnswer("400"));
            }
            var minutes = 1 + Duration.ofNanos(System.nanoTime() - begun).toMinutes();
            var said = app.said().lines().skip(lines).toList();
            assertTrue(said.size() <= minutes * MOST_LINES, () -> String.join("\n", said));
            assertTrue(new Vitals(app).memory() < MEMORY);

            assertEquals(List.of(), client.refusals());
            assertEquals(client.published(), client.readsBack());
            assertEquals(client.published(), client.heard());
        }
    }

    private static void endsDuringAnAttack(PackagedApp app) throws Exception {
        try (var client = new OrdinaryClient(app.address());
                var attackers = new Attackers(app.address())) {
            attackers.begin(KINDS);
            client.goesOn(Duration.ofSeconds(1));
            assertTrue(ProcessHandle.of(app.pid()).orElseThrow().destroy());
            assertTrue(app.endsWithin(Duration.ofSeconds(30)));
        }
    }

    /** Of eight answers of any length, one address gets two; who has a key has a share of his own. */
    private static void longAnswersAreShared(PackagedApp app) throws IOException {
        var line = new Attackers.Line(
                new InetSocketAddress(app.address().getHost(), app.address().getPort()),
                InetAddress.getLoopbackAddress());
        var everything = Attackers.get("/v1/changes", "Accept: " + Operator.NDJSON + "\r\n");
        try (var first = line.open(everything);
                var second = line.open(everything)) {
            assertEquals("200", Attackers.Line.status(first));
            assertEquals("200", Attackers.Line.status(second));
            app.api()
                    .accept(Operator.NDJSON)
                    .get("/v1/changes")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", equalTo("5"))
                    .body("type", endsWith("/problems/too-many-streams"));
            new Operator(app)
                    .api()
                    .accept(Operator.NDJSON)
                    .get("/v1/changes")
                    .then()
                    .statusCode(200);
        }
    }

    /** More at once than there are threads and places to wait, each from another address as a proxy passes it on. */
    private static void crowdIsServedOrToldToComeAgain(PackagedApp app) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var answers = IntStream.range(0, CROWD)
                .mapToObj(n -> HttpRequest.newBuilder(app.address().resolve("/v1/releases?limit=100&fields=*"))
                        .header("X-Forwarded-For", "203.0.%d.%d".formatted(n / 250, n % 250))
                        .build())
                .map(request -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        var refused =
                answers.stream().filter(answer -> answer.statusCode() != 200).toList();
        assertTrue(!refused.isEmpty() && refused.size() < CROWD, () -> refused.size() + " were refused");
        for (var answer : refused) {
            assertEquals(503, answer.statusCode());
            assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
        }
    }

    private static void publishesLongTexts(Operator operator) {
        for (var first = 0; first < LONG_RELEASES; first += AT_ONCE) {
            var lines = IntStream.range(first, first + AT_ONCE)
                    .mapToObj(n -> ("{'type': 'releases', 'publish': true, 'document': {"
                                    + "'publisher': 'organisations/stadt-kaiserslautern', 'kind': 'PRESS_RELEASE',"
                                    + " 'title': {'de': 'Lang %d'}, 'body': {'de': '%s'}}}")
                            .formatted(n, LONG)
                            .replace('\'', '"'))
                    .collect(Collectors.joining("\n"));
            operator.api()
                    .contentType(Operator.NDJSON)
                    .body(lines.getBytes(StandardCharsets.UTF_8))
                    .post("/v1/import")
                    .then()
                    .statusCode(200);
        }
        assertTrue(operator.api().get("/v1/releases?limit=100").asString().contains("\"Lang "));
    }

    private static void say(Edition edition, String what) {
        System.out.println("attack, " + edition + ": " + what);
    }
}
