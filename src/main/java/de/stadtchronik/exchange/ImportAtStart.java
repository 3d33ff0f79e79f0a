package de.stadtchronik.exchange;

import de.stadtchronik.access.Actor;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.writing.ContentStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Imports the file that the operator names, before the first request is answered. Done again, it changes nothing. */
@ApplicationScoped
class ImportAtStart {

    private static final Logger LOG = Logger.getLogger(ImportAtStart.class);
    private static final Actor IMPORT = new Actor("import");

    /** After the sample content, and before the clock, which publishes what fell due meanwhile. */
    private static final int LATE = 5_000;

    private static final int MOST_WARNINGS = 20;

    private final ContentStore store;
    private final Importer importer;
    private final Settings settings;

    ImportAtStart(ContentStore store, Importer importer, Settings settings) {
        this.store = store;
        this.importer = importer;
        this.settings = settings;
    }

    void load(@Observes @Priority(LATE) StartupEvent start) {
        store.forgetPlaceholders(IMPORT);
        settings.importFile().ifPresent(this::load);
    }

    private void load(Path file) {
        var tally = new Tally();
        var warnings = new int[1];
        try {
            importer.requireWhole(file);
            importer.run(file, IMPORT, false, (line, arrived) -> {
                tally.count(arrived);
                if (!arrived.faults().isEmpty() && warnings[0]++ < MOST_WARNINGS) {
                    LOG.warnf("Import, line %d: %s %s", line, arrived.result(), said(arrived));
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot import " + file, unreadable);
        }
        LOG.infof("Imported %s: %s", file, tally.byName());
    }

    private static String said(ImportResult arrived) {
        return arrived.faults().stream()
                .limit(MOST_WARNINGS)
                .map(ImportAtStart::said)
                .collect(Collectors.joining("; "));
    }

    private static String said(Violation fault) {
        return fault.pointer() + " " + fault.code() + ": " + fault.message().english();
    }
}
