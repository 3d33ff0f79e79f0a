package de.stadtchronik.exchange;

import de.stadtchronik.access.Actor;
import de.stadtchronik.content.Arrival;
import de.stadtchronik.content.ArrivalReader;
import de.stadtchronik.content.Arrived;
import de.stadtchronik.content.ContentStore;
import de.stadtchronik.content.Importing;
import de.stadtchronik.exchange.Lines.Line;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the lines of a file in two passes, each in turns of about a hundred lines, so that editors wait for none of
 * them long: the first makes every item known, the second writes them.
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

        void saw(long line, Arrived arrived) throws IOException;

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
        var importing = Importing.of(dryRun);
        var export = isExport(file);
        if (!dryRun && export) {
            store.beginEpochIfEmpty(actor);
        }
        var whole = false;
        try {
            announceAll(file, actor, importing, export, witness);
            whole = bringInAll(file, actor, importing, export, witness);
        } finally {
            if (!whole && !dryRun) {
                forgetUnwritten(file, actor, export);
            }
        }
    }

    private void announceAll(Path file, Actor actor, Importing importing, boolean export, Witness witness)
            throws IOException {
        try (var lines = Lines.of(file)) {
            for (var batch = batch(lines, export); !batch.isEmpty(); batch = batch(lines, export)) {
                announce(batch, actor, importing);
                witness.waits();
            }
        }
    }

    /** Writes all lines; false if any of them was refused. */
    private boolean bringInAll(Path file, Actor actor, Importing importing, boolean export, Witness witness)
            throws IOException {
        var whole = true;
        try (var lines = Lines.of(file)) {
            for (var batch = batch(lines, export); !batch.isEmpty(); batch = batch(lines, export)) {
                for (var outcome : bringIn(batch, actor, importing)) {
                    whole &= outcome.arrived().result() != Arrived.Result.REFUSED;
                    witness.saw(outcome.line(), outcome.arrived());
                }
            }
        }
        return whole;
    }

    /** What was made known, but refused or not reached, is not to be there, nor to keep its names from others. */
    private void forgetUnwritten(Path file, Actor actor, boolean export) throws IOException {
        try (var lines = Lines.of(file)) {
            for (var batch = batch(lines, export); !batch.isEmpty(); batch = batch(lines, export)) {
                var known =
                        batch.stream().flatMap(line -> line.arrival().stream()).toList();
                store.write(actor, writing -> known.forEach(writing::forgetUnwritten));
            }
        }
    }

    private void announce(List<Read> batch, Actor actor, Importing importing) {
        var wellFormed = batch.stream().flatMap(line -> line.arrival().stream()).toList();
        if (wellFormed.isEmpty()) {
            return;
        }
        try {
            store.write(actor, writing -> wellFormed.forEach(arrival -> writing.announce(arrival, importing)));
        } catch (Problem somewhere) {
            // One of them is refused; which, and why, is told in the second pass.
            wellFormed.forEach(arrival -> announce(arrival, actor, importing));
        }
    }

    private void announce(Arrival arrival, Actor actor, Importing importing) {
        try {
            store.write(actor, writing -> writing.announce(arrival, importing));
        } catch (Problem told) {
            return;
        }
    }

    private List<Outcome> bringIn(List<Read> batch, Actor actor, Importing importing) {
        try {
            return store.call(
                    actor,
                    writing -> batch.stream()
                            .map(line -> new Outcome(
                                    line.number(),
                                    line.arrival()
                                            .map(arrival -> writing.bringIn(arrival, importing))
                                            .orElseGet(line::refused)))
                            .toList());
        } catch (Problem somewhere) {
            return batch.stream()
                    .map(line -> new Outcome(line.number(), bringIn(line, actor, importing)))
                    .toList();
        }
    }

    private Arrived bringIn(Read line, Actor actor, Importing importing) {
        if (line.arrival().isEmpty()) {
            return line.refused();
        }
        try {
            return store.call(actor, writing -> writing.bringIn(line.arrival().get(), importing));
        } catch (Problem refused) {
            return Arrived.refused(null, refused);
        }
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
                        new Words("Eine Zeile hat höchstens 4 MiB.", "A line has 4 MiB at most."));
            }
            var arrival = reader.read(line.bytes());
            if (arrival instanceof Arrival.Frame && !export) {
                throw misplaced();
            }
            return new Read(line.number(), Optional.of(arrival), null);
        } catch (Problem malformed) {
            return new Read(line.number(), Optional.empty(), malformed);
        }
    }

    private static Problem misplaced() {
        return Problem.invalidDocument(List.of(Fault.inBody(
                "",
                "misplaced",
                new Words(
                        "Diese Zeile beginnt oder beendet einen Export; dieser Inhalt ist keiner.",
                        "This line begins or ends an export; this content is none."))));
    }

    /** A line that was read, or could not be. */
    private record Read(
            long number,
            Optional<Arrival> arrival,
            @Nullable Problem problem) {

        Arrived refused() {
            if (problem == null) {
                throw new IllegalStateException("line " + number + " is neither read nor refused");
            }
            return Arrived.refused(null, problem);
        }
    }

    private record Outcome(long line, Arrived arrived) {}
}
