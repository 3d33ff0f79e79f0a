package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without its database, or room for it, the service says so to each client, and to its operator in few words. */
class DatabaseAwayIT {

    private static final String RELEASE = "{\"title\": {\"de\": \"%s\"}, \"body\": {\"de\": \"%s\"}}";
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String FULL = "There is no room left on the disk of the database. Nothing was written.";
    private static final String TOO_SLOW = "It took too long to find the answer; please ask for less.";
    private static final int KILOBYTES = 4_000;

    @Test
    void aFullDiskIsNamedOnceAndEndsTheServiceWithWhatItAcknowledged() throws IOException {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.NONE);
        var acknowledged = new ArrayList<String>();
        try (var app = city.startWithFilesUpTo(KILOBYTES)) {
            var operator = new Operator(app);
            isFull(imports(operator, 150));
            assertEquals(List.of(), names(Path.of(city.setting("stadtchronik.data-dir"), "spool")));
            var answer = writes(operator, "0");
            for (var n = 1; answer.statusCode() == 201; n++) {
                acknowledged.add("/v1/releases/" + answer.path("id"));
                answer = writes(operator, String.valueOf(n));
            }
            isFull(answer);
            assertTrue(app.endsWithin(Duration.ofSeconds(20)), app::said);
            assertEquals(1, app.exitCode());
            assertEquals(1, app.complaints().size(), app::said);
            assertTrue(app.complaints().get(0).contains(" FATAL "));
            assertTrue(app.complaints().get(0).contains("see whether the disk of stadtchronik.data-dir is full"));
        }
        assertTrue(acknowledged.size() > 2);
        try (var app = city.start()) {
            var operator = new Operator(app);
            for (var item : acknowledged) {
                operator.api().get(item + "?view=draft").then().statusCode(200);
            }
            assertEquals(201, writes(operator, "again").statusCode());
        }
    }

    private static void isFull(Response answer) {
        isRefused(answer, "disk-full", FULL);
    }

    private static void isRefused(Response answer, String problem, String detail) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", problem.equals("unavailable") ? "2" : "60")
                .body("type", endsWith("/problems/" + problem))
                .body("detail", equalTo(detail));
    }

    @Tag("full")
    @Test
    void whatFillsADiskStopsBeforeItIsFullAndLeavesNothing() throws IOException {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.NONE);
        try (var app = city.startOnADiskOf(40)) {
            var operator = new Operator(app);
            var data = Path.of("/proc/" + app.pid() + "/root" + city.setting("stadtchronik.data-dir"));
            for (var n = 0; n < 20; n++) {
                assertEquals(201, writes(operator, "Seite " + n).statusCode());
            }

            isFull(imports(operator, 1_500));
            assertEquals(List.of(), names(data.resolve("spool")));
            assertEquals(201, writes(operator, "still").statusCode());

            // Enough for the database, and for nothing of its size.
            var filler = data.resolve("filler");
            fill(filler, (9 << 20) + (1 << 19));
            for (var work : List.of("/v1/admin/backup", "/v1/admin/compact")) {
                isFull(operator.api().header("Accept-Language", "en").post(work));
                assertEquals(List.of(), names(data.resolve("backups")));
                assertEquals(201, writes(operator, "still").statusCode());
            }
            fill(filler, 4 << 20);
            isFull(writes(operator, "full"));
            operator.api().get("/v1/releases?view=draft&limit=1").then().statusCode(200);
            app.management().get("/q/health").then().statusCode(200);

            Files.delete(filler);
            assertEquals(201, writes(operator, "again").statusCode());
            operator.api().post("/v1/admin/compact").then().statusCode(204);
            operator.api().post("/v1/admin/backup").then().statusCode(200);
            assertEquals(List.of(), app.complaints());
        }
    }

    private static Response imports(Operator operator, int times) {
        return operator.api()
                .contentType("application/x-ndjson")
                .header("Accept-Language", "en")
                .body(noise().repeat(times))
                .post("/v1/import");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Makes a file larger until so many bytes are free beside it. */
    private static void fill(Path file, long left) throws IOException {
        var store = Files.getFileStore(file.getParent());
        while (store.getUsableSpace() > left) {
            Files.write(file, new byte[1 << 16], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static Response writes(Operator operator, String name) {
        return operator.api()
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(RELEASE.formatted("Nummer " + name, noise()))
                .post("/v1/releases");
    }

    /** What cannot be compressed. */
    private static String noise() {
        var random = new java.util.SplittableRandom(7);
        return random.ints(30_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Tag("full")
    @Test
    void aServerThatCrashesIsMissedByEveryRequestAndInFewWords() throws IOException, InterruptedException {
        try (var tools = PostgresTools.start()) {
            tools.createDatabase("stadtchronik");
            var city = Installation.fresh(Edition.POSTGRESQL, Sample.NONE).with(tools.settings("stadtchronik"));
            try (var app = city.start()) {
                var load = new Load(app);
                load.goesOnFor(Duration.ofSeconds(3));
                tools.stop();
                load.goesOnFor(Duration.ofSeconds(8));
                tools.begin();
                load.goesOnFor(Duration.ofSeconds(6));
                load.ends();

                assertEquals(Set.of(), load.unexpected());
                assertEquals(201, writes(new Operator(app), "again").statusCode());
                var complaints = app.complaints();
                assertTrue(complaints.size() < 12, () -> String.join("\n", complaints));
            }
        }
    }

    @Test
    void aCommitThatIsCutOffIsToldAsUnknownAndDoneOnceAtMost() throws IOException {
        var city = Installation.fresh(Edition.POSTGRESQL, Sample.NONE);
        var database = URI.create(city.setting(URL).replaceFirst("jdbc:", ""));
        try (var line = new BreakingLine(new InetSocketAddress(database.getHost(), database.getPort()));
                var app = city.with(
                                URL,
                                "jdbc:postgresql://127.0.0.1:%d%s?prepareThreshold=0"
                                        .formatted(line.port(), database.getPath()))
                        .start()) {
            var operator = new Operator(app);
            line.breaksAtTheNextCommit();
            writesOnce(operator)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("type", endsWith("/problems/outcome-unknown"))
                    .body("detail", startsWith("The service does not know whether the change was stored."));
            assertTrue(line.isBroken());
            writesOnce(operator).then().statusCode(201).header("Idempotency-Replayed", "true");
            operator.api().get("/v1/releases?view=draft").then().body("data", hasSize(1));
        }
    }

    @Test
    void whatTheServerRefusesIsNamedAndRefusedAsAWhole() throws SQLException {
        var city = Installation.fresh(Edition.POSTGRESQL, Sample.NONE);
        try (var app = city.start();
                var server = city.tables();
                var other = server.createStatement()) {
            var operator = new Operator(app);
            var before = writes(operator, "before").path("id");
            for (var refusal : List.of(
                    List.of("53100", "immediate", "disk-full", FULL),
                    List.of("53100", "deferred", "disk-full", FULL),
                    List.of("53200", "immediate", "unavailable", "The database is short of memory."),
                    List.of("53300", "deferred", "unavailable", "The database takes no more connections."),
                    List.of("53400", "immediate", "unavailable", "The database is short of resources."),
                    List.of("57P03", "deferred", "unavailable", "The database is starting or stopping."),
                    List.of("57014", "immediate", "too-slow", TOO_SLOW),
                    List.of("57014", "deferred", "unavailable", "The database has cancelled the work."))) {
                other.execute("""
                        create function refuses() returns trigger language plpgsql
                        as $$begin raise exception 'refused' using errcode = '%1$s'; end$$;
                        create constraint trigger refuses after insert on content deferrable initially %2$s
                        for each row execute function refuses();
                        create constraint trigger refuses after insert on refusal deferrable initially %2$s
                        for each row execute function refuses()
                        """.formatted(refusal.get(0), refusal.get(1)));
                isRefused(writes(operator, "refused"), refusal.get(2), refusal.get(3));
                app.api().get("/v1/releases").then().statusCode(200);
                app.api().get("/v1/admin/keys").then().statusCode(401);
                operator.api().get("/v1/admin/audit").then().statusCode(200);
                other.execute("drop function refuses cascade");
            }
            operator.api().get("/v1/releases?view=draft").then().body("data.id", equalTo(List.of(before)));
            assertEquals(201, writes(operator, "after").statusCode());
            awaitRows(other, "refusal", 8);
            assertTrue(app.complaints().size() <= 3, app::said);
        }
    }

    private static void awaitRows(Statement database, String table, int wanted) throws SQLException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var found = -1;
        while (found != wanted && System.nanoTime() < deadline) {
            try (var rows = database.executeQuery("select count(*) from " + table)) {
                rows.next();
                found = rows.getInt(1);
            }
        }
        assertEquals(wanted, found);
    }

    private static Response writesOnce(Operator operator) {
        return operator.api()
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", "once")
                .body(RELEASE.formatted("Einmal", "Text"))
                .post("/v1/releases");
    }

    @Tag("full")
    @Test
    void aListThatTakesTooLongIsGivenUp() throws SQLException {
        var city = Installation.fresh(Edition.POSTGRESQL, Sample.NONE);
        try (var app = city.start();
                var other = city.tables()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table content in access exclusive mode");
            app.api()
                    .header("Accept-Language", "en")
                    .get("/v1/releases")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "60")
                    .body("type", endsWith("/problems/too-slow"))
                    .body("detail", equalTo(TOO_SLOW));
            other.rollback();
            app.api().get("/v1/releases").then().statusCode(200);
            assertEquals(1, app.complaints().size(), app::said);
        }
    }

    /** Clients that read and write all the time. */
    private static final class Load {

        private static final List<String> PATHS =
                List.of("/v1/topics", "/v1/changes", "/v1/manifest", "/v1/search", "/v1/topics/none");

        private final Set<String> answers = new ConcurrentSkipListSet<>();
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final List<Thread> clients = new ArrayList<>();

        Load(PackagedApp app) {
            var operator = new Operator(app);
            for (var n = 0; n < 4; n++) {
                var name = "k" + n;
                clients.add(new Thread(() -> {
                    for (var k = 0; going.get(); k++) {
                        note("POST", writes(operator, name + k));
                    }
                }));
                clients.add(new Thread(() -> {
                    for (var k = 0; going.get(); k++) {
                        var path = PATHS.get(k % PATHS.size());
                        note(
                                path,
                                k % 2 == 0
                                        ? app.api().get(path)
                                        : operator.api().get(path));
                    }
                }));
            }
            clients.forEach(Thread::start);
        }

        private void note(String what, Response answer) {
            var again = answer.statusCode() == 503 ? " " + answer.header("Retry-After") : "";
            answers.add(what + " " + answer.statusCode() + again);
        }

        void goesOnFor(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }

        void ends() throws InterruptedException {
            going.set(false);
            for (var client : clients) {
                client.join();
            }
        }

        /** All answers but success, and 503 with the time to wait. */
        Set<String> unexpected() {
            var rest = new TreeSet<>(answers);
            rest.removeIf(answer -> answer.matches(".* (200|201|429|503 2)|/v1/topics/none 404"));
            return Collections.unmodifiableSet(rest);
        }
    }
}
