package de.stadtchronik.packaged;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import de.stadtchronik.access.Actor;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.writing.ContentStore;
import de.stadtchronik.writing.NewItem;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/**
 * The program that is killed: it starts the packaged application, as it stands in {@code target/quarkus-app} and with
 * its production settings, audits what the death before left behind, and then writes through the store from many threads
 * as fast as it can. It needs the jars of the application and the test classes on its class path.
 */
final class DurabilityWriter {

    /** Says on standard output that the audit found nothing and that writing is under way, past the slow beginning. */
    static final String WRITING = "WRITING";

    static final String FAULT = "FAULT ";

    private static final int THREADS = 8;
    private static final int WARM = 100;
    private static final Actor ACTOR = new Actor("durability");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContentStore store;
    private final ResourceType releases;
    private final ResourceType organisations;
    private final DataSource database;
    private final Ledger ledger;
    private final CountDownLatch warmth = new CountDownLatch(WARM);

    private DurabilityWriter(ContentStore store, ResourceTypes types, DataSource database, Ledger ledger) {
        this.store = store;
        this.releases = types.at("releases").orElseThrow();
        this.organisations = types.at("organisations").orElseThrow();
        this.database = database;
        this.ledger = ledger;
    }

    /**
     * Starts, audits, and, unless told otherwise, writes until it is killed.
     *
     * @param arguments the ledger, then whether to write: {@code true} or {@code false}
     */
    public static void main(String[] arguments) throws Exception {
        if (Boolean.getBoolean("durability.forgetful-disk")) {
            ForgetfulDisk.plugIn();
            System.setProperty("edition.h2.url", productionUrl().replace("jdbc:h2:file:", "jdbc:h2:forgetful:"));
        }
        var application = Class.forName("io.quarkus.runner.ApplicationImpl")
                .asSubclass(Application.class)
                .getDeclaredConstructor()
                .newInstance();
        application.start(new String[0]);
        var beans = Arc.container();
        var writer = new DurabilityWriter(
                beans.instance(ContentStore.class).get(),
                beans.instance(ResourceTypes.class).get(),
                beans.instance(DataSource.class).get(),
                new Ledger(Path.of(arguments[0])));
        if (writer.audit() && Boolean.parseBoolean(arguments[1])) {
            writer.writeUntilKilled();
        } else {
            application.stop();
        }
    }

    private static String productionUrl() throws IOException {
        var settings = new Properties();
        try (var file = DurabilityWriter.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        return settings.getProperty("edition.h2.url");
    }

    private boolean audit() throws SQLException {
        try (var connection = database.getConnection()) {
            var faults = Audit.faults(connection, ledger.entries());
            faults.forEach(fault -> System.out.println(FAULT + fault));
            return faults.isEmpty();
        }
    }

    private void writeUntilKilled() throws SQLException, InterruptedException {
        var shares = sharesOfWhatIsThere();
        if (shares.stream().allMatch(List::isEmpty)) {
            store.write(ACTOR, writing -> {
                var alpha = organisation("alpha");
                var beta = organisation("beta");
                writing.create(List.of(alpha, beta));
                writing.publish(alpha.id());
                writing.publish(beta.id());
            });
        }
        for (var share : shares) {
            var thread = new Thread(() -> write(share));
            thread.setUncaughtExceptionHandler((failed, failure) -> {
                System.out.println(FAULT + failure);
                Runtime.getRuntime().halt(1);
            });
            thread.start();
        }
        warmth.await();
        System.out.println(WRITING);
    }

    /** An item of which a thread, alone, writes the next version. */
    private record Owned(UUID id, int version, int revision) {}

    private List<List<Owned>> sharesOfWhatIsThere() throws SQLException {
        var shares = new ArrayList<List<Owned>>();
        for (var i = 0; i < THREADS; i++) {
            shares.add(new ArrayList<>());
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, version, revision from content where type = 'RELEASE'")) {
            while (rows.next()) {
                shares.get(rows.getRow() % THREADS)
                        .add(new Owned(rows.getObject(1, UUID.class), rows.getInt(2), rows.getInt(3)));
            }
        }
        return shares;
    }

    private void write(List<Owned> share) {
        var random = new SplittableRandom();
        try {
            while (true) {
                var index = random.nextInt(2 * share.size() + 1);
                Owned written;
                if (index < share.size()) {
                    written = update(share.get(index));
                    share.set(index, written);
                } else {
                    written = create();
                    share.add(written);
                }
                // The store has returned: from here on the write must never be lost.
                ledger.acknowledge(new Ledger.Entry(written.id(), written.version(), position(written.id())));
                warmth.countDown();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long position(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select seq from content where id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Owned create() {
        var id = Generators.timeBasedEpochRandomGenerator().generate();
        store.write(ACTOR, writing -> {
            writing.create(List.of(new NewItem(releases, id, document(id, 1))));
            writing.publish(id);
        });
        return new Owned(id, 1, 2);
    }

    private Owned update(Owned item) {
        var version = item.version() + 1;
        store.write(ACTOR, writing -> {
            writing.items().requireRevision(item.id(), item.revision());
            writing.save(item.id(), document(item.id(), version));
            writing.publish(item.id());
        });
        return new Owned(item.id(), version, item.revision() + 2);
    }

    private NewItem organisation(String slug) {
        var tree = JSON.createObjectNode().put("slug", slug).put("publisher", "organisations/alpha");
        tree.putObject("name").put("de", slug);
        return new NewItem(
                organisations,
                Generators.timeBasedEpochRandomGenerator().generate(),
                DocumentJson.document(tree, organisations.document()));
    }

    private Document document(UUID id, int version) {
        var tree = NumberedText.document(id.toString(), version).put("slug", "release-" + id);
        return DocumentJson.document(tree, releases.document());
    }
}
