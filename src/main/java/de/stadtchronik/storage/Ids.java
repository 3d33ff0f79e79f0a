package de.stadtchronik.storage;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Ids of rows: UUIDv7, so that their order is the order in time (RFC 9562, section 5.7). */
public final class Ids {

    /** The nil UUID (RFC 9562, section 5.9). */
    public static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The max UUID (RFC 9562, section 5.10). */
    public static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
