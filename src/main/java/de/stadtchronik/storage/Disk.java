package de.stadtchronik.storage;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk with the data folder: writing stops before it is full, because what then fails can only be mended by a restart. */
@ApplicationScoped
public class Disk {

    /** In bytes: more than one transaction adds to the file. */
    private static final long RESERVE = 8 << 20;

    /** In bytes: what is written between two looks at the disk. */
    private static final int AT_ONCE = 1 << 18;

    private final Path folder;

    Disk(Settings settings) {
        folder = settings.dataDir();
    }

    /**
     * Refuses to write when there is hardly room left.
     *
     * @throws Problem DISK_FULL
     */
    public void requireRoom() {
        requireRoom(0);
    }

    /**
     * Refuses to write so many bytes at once when that would leave hardly any room.
     *
     * @throws Problem DISK_FULL
     */
    public void requireRoom(long bytes) {
        if (room() - bytes < RESERVE) {
            throw full(new FileSystemException(folder.toString(), null, "hardly any room left on its disk"));
        }
    }

    /**
     * Writes a file of any size, and leaves the room that the database needs: what would take it throws DISK_FULL.
     *
     * @throws IOException if the file cannot be opened
     */
    public OutputStream writing(Path file) throws IOException {
        var bytes = Files.newOutputStream(file);
        var careful = new FilterOutputStream(bytes) {
            @Override
            public void write(byte[] buffer, int from, int count) {
                requireRoom(count);
                try {
                    bytes.write(buffer, from, count);
                } catch (IOException refused) {
                    throw full(refused);
                }
            }
        };
        return new BufferedOutputStream(careful, AT_ONCE);
    }

    /** The problem for a write that failed. */
    static Problem full(Exception cause) {
        var problem = Problem.diskFull();
        problem.initCause(cause);
        return problem;
    }

    private long room() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            // The write itself will tell.
            return Long.MAX_VALUE;
        }
    }
}
