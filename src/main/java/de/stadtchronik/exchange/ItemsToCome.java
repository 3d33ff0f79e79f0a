package de.stadtchronik.exchange;

import de.stadtchronik.text.Sha256;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * The ids of items that an import is to bring, by the names under which it may be referred to. As numbers in a row: a
 * hash of the name, which tells where to look, and the two halves of the id. There may be millions.
 */
final class ItemsToCome {

    private static final int ENTRY = 3;

    private long[] table = new long[ENTRY * 1024];
    private int size;

    /** Adds a name; the first item keeps it. */
    void add(String name, UUID id) {
        if (4L * ENTRY * size > 3L * table.length) {
            var full = table;
            table = new long[full.length * 2];
            for (var entry = 0; entry < full.length; entry += ENTRY) {
                System.arraycopy(full, entry, table, entry(full[entry]), ENTRY);
            }
        }
        var hash = hash(name);
        var entry = entry(hash);
        if (table[entry] == 0) {
            table[entry] = hash;
            table[entry + 1] = id.getMostSignificantBits();
            table[entry + 2] = id.getLeastSignificantBits();
            size++;
        }
    }

    Optional<UUID> find(String name) {
        var entry = entry(hash(name));
        return table[entry] == 0 ? Optional.empty() : Optional.of(new UUID(table[entry + 1], table[entry + 2]));
    }

    /** Where that hash is, or where it is to be. */
    private int entry(long hash) {
        var entry = (int) Long.remainderUnsigned(hash, table.length / ENTRY) * ENTRY;
        while (table[entry] != 0 && table[entry] != hash) {
            entry = (entry + ENTRY) % table.length;
        }
        return entry;
    }

    private static long hash(String name) {
        return ByteBuffer.wrap(Sha256.of(name)).getLong();
    }
}
