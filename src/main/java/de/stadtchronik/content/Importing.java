package de.stadtchronik.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an import while it goes on, from turn to turn. */
public final class Importing {

    /** Stands for an item that would be there if the import were not only tried. */
    static final UUID TO_COME = new UUID(0, 1);

    private static final int FIRST_SIZE = 1024;

    private final boolean dryRun;

    /** Hashes of the names of all items to come: eight bytes each, because there may be millions. */
    private long[] toCome = new long[FIRST_SIZE];

    private int size;
    private boolean sorted = true;

    private @Nullable UUID written;

    private Importing(boolean dryRun) {
        this.dryRun = dryRun;
    }

    /** An import, or only the try of one, which writes nothing. */
    public static Importing of(boolean dryRun) {
        return new Importing(dryRun);
    }

    boolean dryRun() {
        return dryRun;
    }

    /** Remembers which item was written last: the versions that follow it belong to the same change. */
    void wrote(@Nullable UUID item) {
        written = item;
    }

    boolean wroteLast(UUID item) {
        return item.equals(written);
    }

    /** An item that others may refer to by then. */
    void expect(ResourceType type, UUID id, @Nullable String slug, ItemRecord.@Nullable Origin origin) {
        if (dryRun) {
            add(id.toString());
            if (slug != null) {
                add(type.path() + "/" + slug);
            }
            if (origin != null) {
                add(origin.system() + "\n" + origin.externalId());
            }
        }
    }

    /** Whether a reference means an item to come. */
    boolean expects(JsonNode reference) {
        if (reference.isTextual()) {
            return expects(reference.asText());
        }
        var source = reference.path("source");
        return expects(source.path("system").asText() + "\n"
                + source.path("externalId").asText());
    }

    boolean expects(String name) {
        if (!sorted) {
            Arrays.sort(toCome, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(toCome, 0, size, hash(name)) >= 0;
    }

    private void add(String name) {
        if (size == toCome.length) {
            toCome = Arrays.copyOf(toCome, size * 2);
        }
        toCome[size++] = hash(name);
        sorted = false;
    }

    private static long hash(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
