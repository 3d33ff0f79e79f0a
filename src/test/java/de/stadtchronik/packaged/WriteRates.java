package de.stadtchronik.packaged;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import de.stadtchronik.access.Actor;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.writing.ContentStore;
import de.stadtchronik.writing.NewItem;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The program that measures: how many writes of the store a second, against how many transactions that only raise the
 * counter row and are flushed the same way. Both in turns, in one process, by 32 threads, so that neighbours on the
 * machine disturb both. It needs the jars of an edition and the test classes on its class path.
 */
final class WriteRates {

    private static final int THREADS = 32;

    /** After so many writes of each kind the rounds begin: a service runs for weeks, and compiles in its first minute. */
    private static final int WARM_UP = 20_000;

    private static final Actor ACTOR = new Actor("rates");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContentStore store;
    private final ResourceType releases;
    private final DataSource database;
    private final Storage storage;
    private final DocumentReader documents;
    private final List<UUID> items = new ArrayList<>();
    private final AtomicInteger texts = new AtomicInteger();

    private WriteRates(
            ContentStore store, ResourceType releases, DataSource database, Storage storage, DocumentReader documents) {
        this.store = store;
        this.releases = releases;
        this.database = database;
        this.storage = storage;
        this.documents = documents;
    }

    /**
     * Starts the application and measures.
     *
     * @param arguments writes per round, then the number of rounds
     */
    public static void main(String[] arguments) throws Exception {
        var application = Class.forName("io.quarkus.runner.ApplicationImpl")
                .asSubclass(Application.class)
                .getDeclaredConstructor()
                .newInstance();
        application.start(new String[0]);
        var beans = Arc.container();
        var rates = new WriteRates(
                beans.instance(ContentStore.class).get(),
                beans.instance(ResourceTypes.class).get().at("releases").orElseThrow(),
                beans.instance(DataSource.class).get(),
                beans.instance(Storage.class).get(),
                beans.instance(DocumentReader.class).get());
        rates.measure(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        application.stop();
    }

    private void measure(int writes, int rounds) throws InterruptedException {
        for (var i = 0; i < THREADS; i++) {
            var id = Generators.timeBasedEpochRandomGenerator().generate();
            store.write(ACTOR, writing -> writing.create(List.of(new NewItem(releases, id, document()))));
            items.add(id);
        }
        System.out.printf("warm-up: bare %s%n", round(WARM_UP, this::bare));
        System.out.printf("warm-up: store %s%n", round(WARM_UP, this::save));
        var ratios = new double[rounds];
        for (var i = 0; i < rounds; i++) {
            var bare = round(writes, this::bare);
            var saved = round(writes, this::save);
            ratios[i] = saved.rate() / bare.rate();
            System.out.printf("round %d: bare %s, store %s, ratio %.2f%n", i + 1, bare, saved, ratios[i]);
        }
        Arrays.sort(ratios);
        System.out.printf("median ratio %.2f%n", ratios[rounds / 2]);
    }

    /** What one round took: writes a second, and processor time of this process per write. */
    private record Result(double rate, double micros) {
        @Override
        public String toString() {
            return String.format("%.0f a second (%.0f µs of processor time each)", rate, micros);
        }
    }

    /** Something that a thread does again and again. */
    private interface Work {
        void run(int thread) throws SQLException;
    }

    private static Result round(int writes, Work work) throws InterruptedException {
        var left = new AtomicInteger(writes);
        var done = new CountDownLatch(THREADS);
        var processor = processorNanos();
        var start = System.nanoTime();
        for (var i = 0; i < THREADS; i++) {
            var thread = i;
            new Thread(() -> {
                        try {
                            while (left.getAndDecrement() > 0) {
                                work.run(thread);
                            }
                        } catch (SQLException failed) {
                            throw new IllegalStateException(failed);
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Result(writes / seconds, (processorNanos() - processor) / 1e3 / writes);
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** A transaction that takes the counter row, raises it, and is flushed as every write is. */
    private void bare(int thread) throws SQLException {
        storage.asWriter(() -> raised(thread));
        storage.flush();
    }

    private int raised(int thread) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select head from change_counter where id = 1 for update");
            // By nothing, so that the log stays without a hole.
            statement.executeUpdate("update change_counter set head = head where id = 1");
            connection.commit();
            connection.setAutoCommit(true);
            return thread;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** An editor saves a draft of usual size; as over HTTP, it is examined before the turn begins. */
    private void save(int thread) {
        var candidate = documents.candidate(releases, tree(), items.get(thread));
        store.write(ACTOR, writing -> writing.save(items.get(thread), candidate.document(), candidate.faults()));
    }

    private Document document() {
        return DocumentJson.document(tree(), releases.document());
    }

    private ObjectNode tree() {
        var tree = JSON.createObjectNode();
        tree.putObject("title").put("de", "Fassung " + texts.incrementAndGet());
        tree.putObject("body").put("de", "Ein Absatz, wie er in einer Mitteilung steht. ".repeat(40));
        return tree;
    }
}
