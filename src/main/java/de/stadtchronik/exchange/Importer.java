package de.stadtchronik.exchange;

import de.stadtchronik.access.Actor;
import de.stadtchronik.exchange.Lines.Line;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.writing.ContentStore;
import de.stadtchronik.writing.Writing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the lines of a file in two passes, each in turns of about a hundred lines, so that editors wait for none of
 * them long: the first learns what is to come, the second writes it.
 */
@ApplicationScoped
class Importer {

    private static final int LINES_AT_ONCE = 100;
    private static final int BYTES_AT_ONCE = Lines.LONGEST;

    private final ContentStore store;
    private final ArrivalReader reader;

    Importer(ContentStore store, ArrivalReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** Learns what became of each line, in order. */
    interface Witness {

        void saw(long line, ImportResult arrived) throws IOException;

        /** Some more of the first pass is done. */
        default void waits() throws IOException {}
    }

    /**
     * Makes sure that all of an export is there, once; of anything else that cannot be said.
     *
     * @throws Problem INVALID_DOCUMENT if lines or its end are missing, or its format is not known
     */
    void requireWhole(Path file) throws IOException {
        try (var lines = Lines.of(file)) {
            var line = lines.next();
            if (line.isEmpty() || !reader.isHeader(line.get().bytes())) {
                return;
            }
            var whole = reader.countFrom(line.get().bytes());
            for (line = lines.next(); line.isPresent(); line = lines.next()) {
                reader.count(line.get().bytes(), whole);
            }
            whole.require();
        }
    }

    private boolean isExport(Path file) throws IOException {
        try (var lines = Lines.of(file)) {
            return lines.next().filter(line -> reader.isHeader(line.bytes())).isPresent();
        }
    }

    /** Takes in a file, or only checks what would become of it. */
    void run(Path file, Actor actor, boolean dryRun, Witness witness) throws IOException {
        var importing = new Importing(dryRun);
        var export = isExport(file);
        if (!dryRun && export) {
            store.beginEpochIfEmpty(actor);
        }
        try {
            expectAll(file, actor, importing, export, witness);
            bringInAll(file, actor, importing, export, witness);
        } finally {
            // What was refused, or not reached.
            store.forgetPlaceholders(actor, importing.placeholders());
        }
    }

    private void expectAll(Path file, Actor actor, Importing importing, boolean export, Witness witness)
            throws IOException {
        try (var lines = Lines.of(file)) {
            for (var batch = batch(lines, export); !batch.isEmpty(); batch = batch(lines, export)) {
                var wellFormed =
                        batch.stream().flatMap(line -> line.arrival().stream()).toList();
                store.write(actor, writing -> wellFormed.forEach(arrivals(writing, importing)::expect));
                witness.waits();
            }
        }
    }

    private void bringInAll(Path file, Actor actor, Importing importing, boolean export, Witness witness)
            throws IOException {
        try (var lines = Lines.of(file)) {
            for (var batch = batch(lines, export); !batch.isEmpty(); batch = batch(lines, export)) {
                for (var outcome : bringIn(batch, actor, importing)) {
                    witness.saw(outcome.line(), outcome.arrived());
                }
            }
        }
    }

    /** Writes some lines in one turn, or, if any of them is refused, each in its own. */
    private List<Outcome> bringIn(List<Read> batch, Actor actor, Importing importing) {
        try {
            return store.call(
                    actor,
                    writing -> batch.stream()
                            .map(line -> new Outcome(
                                    line.number(),
                                    line.arrival()
                                            .map(arrivals(writing, importing)::bringIn)
                                            .orElseGet(line::refused)))
                            .toList());
        } catch (Problem refused) {
            return batch.size() == 1
                    ? List.of(new Outcome(batch.get(0).number(), ImportResult.refused(null, refused)))
                    : batch.stream()
                            .flatMap(line -> bringIn(List.of(line), actor, importing).stream())
                            .toList();
        }
    }

    private static ImportWriter arrivals(Writing writing, Importing importing) {
        return new ImportWriter(writing.context(), importing);
    }

    private List<Read> batch(Lines lines, boolean export) throws IOException {
        var batch = new ArrayList<Read>();
        var bytes = 0L;
        while (batch.size() < LINES_AT_ONCE && bytes < BYTES_AT_ONCE) {
            var line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            bytes += line.get().bytes().length;
            batch.add(read(line.get(), export));
        }
        return batch;
    }

    private Read read(Line line, boolean export) {
        try {
            if (line.tooLong()) {
                throw new Problem(
                        ProblemType.BODY_TOO_LARGE,
                        new BilingualText("Eine Zeile hat höchstens 4 MiB.", "A line has 4 MiB at most."));
            }
            var arrival = reader.read(line.bytes());
            if (arrival instanceof ImportLine.Frame && !export) {
                throw misplaced();
            }
            return new Read(line.number(), Optional.of(arrival), null);
        } catch (Problem malformed) {
            return new Read(line.number(), Optional.empty(), malformed);
        }
    }

    private static Problem misplaced() {
        return Problem.invalidDocument(List.of(Violation.inBody(
                "",
                "misplaced",
                new BilingualText(
                        "Diese Zeile beginnt oder beendet einen Export; dieser Inhalt ist keiner.",
                        "This line begins or ends an export; this content is none."))));
    }

    /** A line that was read, or could not be. */
    private record Read(
            long number,
            Optional<ImportLine> arrival,
            @Nullable Problem problem) {

        ImportResult refused() {
            if (problem == null) {
                throw new IllegalStateException("line " + number + " is neither read nor refused");
            }
            return ImportResult.refused(null, problem);
        }
    }

    private record Outcome(long line, ImportResult arrived) {}
}
