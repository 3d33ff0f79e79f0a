package de.stadtchronik.problem;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Recognises failures of the database that are not the request's fault and may soon be over. */
public final class Outage {

    /**
     * Classes of SQLSTATE (ISO/IEC 9075-2): no connection, rolled back for others' sake, short of resources, stopped by
     * its operator.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    /** H2's own: waited for a lock in vain, connection broken, database closed, connection closed. */
    private static final Set<String> STATES = Set.of("HYT00", "90067", "90098", "90121");

    private Outage() {}

    /** Whether an outage is among the causes; that all connections are busy counts as one. */
    public static boolean caused(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException failure && isOne(failure));
    }

    private static boolean isOne(SQLException failure) {
        return failure.getCause() instanceof TimeoutException
                || Optional.ofNullable(failure.getSQLState())
                        .filter(state -> STATES.contains(state)
                                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2))))
                        .isPresent();
    }
}
