package de.stadtchronik.clock;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;

/** Recognises failures of the database or its disk that are not the request's fault and may soon be over. */
public final class Outage {

    /**
     * Classes of SQLSTATE (ISO/IEC 9075-2): no connection, rolled back for others' sake, short of resources, stopped by
     * its operator, no file of its own to be read or written.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /** H2's own: waited for a lock in vain, connection broken, database closed, connection closed. */
    private static final Set<String> STATES = Set.of("HYT00", "90067", "90098", "90121");

    /** Of these, whoever closed the embedded database has said so: compaction, a stop, or a disk that is full. */
    private static final Set<String> CLOSED = Set.of("90067", "90098", "90121");

    /** How PostgreSQL answers when it is short of resources, only starting, or has cancelled the work. */
    private static final Pattern REFUSED = Pattern.compile("53...|57P03|57014");

    /** How the pool says that all connections stayed busy; without a state, because no database said so. */
    private static final String BUSY = "acquisition timeout";

    private Outage() {}

    /** Whether an outage is among the causes; that all connections are busy counts as one. */
    public static boolean caused(Throwable fault) {
        return causes(fault)
                .anyMatch(cause -> cause instanceof FileSystemException
                        || cause instanceof MVStoreException
                        || (cause instanceof SQLException failure && isOne(failure)));
    }

    /** Whether the embedded database is closed, which is no news. */
    public static boolean isOfClosedFile(Throwable fault) {
        return causes(fault)
                .anyMatch(cause -> cause instanceof SQLException failure
                        && CLOSED.contains(String.valueOf(failure.getSQLState())));
    }

    /** The SQLSTATE with which the server of the database has refused work, of which nothing was done. */
    public static Optional<String> refusal(Throwable fault) {
        return causes(fault)
                .map(cause -> cause instanceof SQLException failure ? String.valueOf(failure.getSQLState()) : "")
                .filter(state -> REFUSED.matcher(state).matches())
                .findFirst();
    }

    /** With those that a transaction manager only notes beside the failure to commit, and theirs. */
    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Arrays.stream(cause.getSuppressed()).flatMap(Outage::causes)));
    }

    private static boolean isOne(SQLException failure) {
        return failure.getCause() instanceof TimeoutException
                || (failure.getSQLState() == null
                        && String.valueOf(failure.getMessage()).contains(BUSY))
                || Optional.ofNullable(failure.getSQLState())
                        .filter(state -> STATES.contains(state)
                                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2))))
                        .isPresent();
    }
}
