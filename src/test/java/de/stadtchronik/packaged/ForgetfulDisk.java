package de.stadtchronik.packaged;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk as H2 sees it, of which one can cut the power: beside each file stands what the disk holds of it, and what was
 * written gets there no sooner than it is forced ({@code fsync}). A killed process alone cannot show that, because what
 * it wrote is safe with the operating system. Public because H2 makes instances of its own.
 */
public final class ForgetfulDisk extends FilePathWrapper {

    private static final String SCHEME = "forgetful";

    /** Makes H2 take {@code jdbc:h2:forgetful:} for files on such a disk. */
    static void plugIn() {
        FilePath.register(new ForgetfulDisk());
    }

    /** Leaves of a file only what the disk holds. */
    static void cutPower(Path file) throws IOException {
        Files.move(onDisk(file), file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path onDisk(Path file) {
        return file.resolveSibling(file.getFileName() + ".on-disk");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var file = Path.of(getBase().toString());
        if ("r".equals(mode)) {
            return getBase().open(mode);
        }
        var seen = getBase().open(mode);
        Files.copy(file, onDisk(file), StandardCopyOption.REPLACE_EXISTING);
        return new ForgetfulFile(seen, FileChannel.open(onDisk(file), StandardOpenOption.WRITE));
    }

    /** What the process sees of a file, and what would be left of it. */
    private static final class ForgetfulFile extends FileBaseDefault {

        private final FileChannel seen;
        private final FileChannel held;
        private final List<Step> unforced = new ArrayList<>();

        ForgetfulFile(FileChannel seen, FileChannel held) {
            this.seen = seen;
            this.held = held;
        }

        /** Something done to the file that the disk does not hold yet. */
        private interface Step {
            void reach(FileChannel disk) throws IOException;
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            var copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            unforced.add(disk -> writeAll(disk, copy, position));
            return seen.write(bytes, position);
        }

        private static void writeAll(FileChannel disk, byte[] bytes, long position) throws IOException {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                disk.write(rest, position + rest.position());
            }
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            unforced.add(disk -> disk.truncate(size));
            seen.truncate(size);
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            for (var step : unforced) {
                step.reach(held);
            }
            unforced.clear();
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return seen.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return seen.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return seen.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            seen.close();
            held.close();
        }
    }
}
