package de.stadtchronik.storage;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk with the data folder: writing stops before it is full, because what then fails can only be mended by a restart. */
@ApplicationScoped
public class Disk {

    /** In bytes: more than one transaction adds to the file. */
    private static final long RESERVE = 8 << 20;

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
        if (isFull()) {
            throw full(new FileSystemException(folder.toString(), null, "hardly any room left on its disk"));
        }
    }

    /** The problem to answer with if a failure came from a full disk; otherwise the failure as it was. */
    public IOException refusal(IOException failed) {
        if (isFull()) {
            throw full(failed);
        }
        return failed;
    }

    /** The problem for a write that failed. */
    static Problem full(Exception cause) {
        var problem = Problem.diskFull();
        problem.initCause(cause);
        return problem;
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(folder).getUsableSpace() < RESERVE;
        } catch (IOException unknown) {
            // The write itself will tell.
            return false;
        }
    }
}
