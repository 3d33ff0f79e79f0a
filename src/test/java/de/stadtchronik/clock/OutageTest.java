package de.stadtchronik.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is away is told from one that does not take what it is given. */
class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "40P01, true",
        "53300, true",
        "57P01, true",
        "58030, true",
        "HYT00, true",
        "90098, true",
        "22001, false",
        "23505, false",
        "42601, false",
        "90012, false",
        "0, false"
    })
    void theStateTellsWhetherItMaySoonBeOver(String state, boolean outage) {
        var fault = new IllegalStateException(new RuntimeException(new SQLException("…", state)));

        assertEquals(outage, Outage.caused(fault));
    }

    @Test
    void busyConnectionsAreOneAndFaultsOfOursAreNot() {
        assertTrue(Outage.caused(new SQLException("…", new TimeoutException())));
        assertTrue(Outage.caused(new SQLException("Sorry, acquisition timeout!")));
        assertFalse(Outage.caused(new SQLException("…")));
        assertFalse(Outage.caused(new IllegalStateException(new TimeoutException())));
    }

    @Test
    void whatAFailureToCommitOnlyMentionsCounts() {
        var fault = new IllegalStateException("could not commit");
        fault.addSuppressed(new IllegalStateException("could not commit here", new SQLException("…", "08006")));

        assertTrue(Outage.caused(fault));
        assertEquals(Optional.empty(), Outage.refusal(fault));
        assertTrue(Outage.isOfClosedFile(new IllegalStateException(new SQLException("…", "90098"))));
        assertFalse(Outage.isOfClosedFile(new SQLException("…", "08006")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"53000", "53100", "53200", "53300", "57P03", "57014"})
    void whatTheServerRefusesIsNotDone(String state) {
        assertEquals(Optional.of(state), Outage.refusal(new IllegalStateException(new SQLException("…", state))));
    }
}
