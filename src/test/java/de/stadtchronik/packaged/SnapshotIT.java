package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever begins to pull gets everything once and in order, however much it is, out of a service with 96 MB of heap. It
 * says how fast that was, and asserts nothing of it, because machines are noisy. In full size:
 *
 * <pre>mvn verify -Pfull -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SnapshotIT \
 *   -Dsnapshot.items=100000 -Dsnapshot.rounds=5</pre>
 */
@Tag("full")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SnapshotIT {

    private static final int ITEMS = Integer.getInteger("snapshot.items", 2121);
    private static final int ROUNDS = Integer.getInteger("snapshot.rounds", 1);

    /** In full size also of a tenth, to show that memory does not grow with it. */
    private static final List<Integer> SIZES = ITEMS < 10_000 ? List.of(ITEMS) : List.of(ITEMS / 10, ITEMS);

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everythingComesOnceAndInOrder(Edition edition) throws IOException, InterruptedException, SQLException {
        for (var size : SIZES) {
            var installation = Installation.fresh(edition, Sample.NONE);
            try (var app = installation.start()) {
                var answer = new Operator(app)
                        .api()
                        .contentType(Operator.NDJSON)
                        .body(Crowd.beginning())
                        .post("/v1/import");
                assertEquals(Crowd.OTHERS + Crowd.ORIGINALS, answer.asString().split("\"CREATED\"", -1).length - 1);
            }
            var items = Crowd.grow(installation, size);
            try (var app = installation.start()) {
                new Measurement(edition, app, new Vitals(app), items).run();
            }
        }
    }

    /** A way to pull everything. */
    private interface Way {
        Pull pulls(Pull pull) throws IOException, InterruptedException;
    }

    private record Measurement(Edition edition, PackagedApp app, Vitals vitals, int items) {

        void run() throws IOException, InterruptedException {
            var atRest = vitals.heapNeeded();
            measure("lines", pull -> pull.lines("", Pull.Pause.NEVER));
            measure("lines, data=none", pull -> pull.lines("?data=none", Pull.Pause.NEVER));
            measure("pages of 500", pull -> pull.pages(500));
            manifest();
            var half = new long[1];
            prove(new Pull(app).lines("", new Pull.Pause(items / 2, () -> half[0] = vitals.heapNeeded())));
            say("heap needed: %.1f MB at rest, %.1f MB half way".formatted(atRest / 1e6, half[0] / 1e6));
        }

        private void measure(String what, Way way) throws IOException, InterruptedException {
            for (var round = 1; round <= ROUNDS; round++) {
                var processor = vitals.processorTime();
                var begun = System.nanoTime();
                var pull = way.pulls(new Pull(app));
                var seconds = (System.nanoTime() - begun) / 1e9;
                var each = vitals.processorTime().minus(processor).toNanos() / 1e3 / items;
                prove(pull);
                say("%s: %.0f items a second, %.1f MB a second, %.0f µs of processor time for an item"
                        .formatted(what, items / seconds, pull.bytes() / seconds / 1e6, each));
            }
        }

        private void prove(Pull pull) {
            assertEquals(List.of(), pull.faults());
            assertEquals(items, pull.items());
            var manifest = Mortal.json(
                    app.api().get("/v1/manifest?data=none&since=" + pull.next()).asString());
            assertEquals(pull.next(), manifest.path("position").asText());
            assertEquals(items, manifest.path("count").asInt());
            assertEquals(manifest.path("checksum").asText(), pull.checksum());
        }

        private void manifest() {
            for (var query : List.of("", "?data=none")) {
                IntStream.range(0, ROUNDS).forEach(round -> {
                    var begun = System.nanoTime();
                    var length = app.api().get("/v1/manifest" + query).asByteArray().length;
                    say("manifest%s: %.2f s for %d bytes".formatted(query, (System.nanoTime() - begun) / 1e9, length));
                });
            }
        }

        private void say(String measured) {
            System.out.println(
                    "snapshot, %s, %d items, %s".formatted(edition.name().toLowerCase(Locale.ROOT), items, measured));
        }
    }
}
