package de.stadtchronik.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A line to a database that breaks, once it is told to, after the commit of a transaction that inserted content was passed
 * on, and before its answer is.
 */
final class BreakingLine implements AutoCloseable {

    private static final int ROOM = 1 << 16;
    private static final String INSERT = "insert into content ";
    private static final String COMMIT = "commit";

    private final InetSocketAddress database;
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean breaks = new AtomicBoolean();

    BreakingLine(InetSocketAddress database) {
        this.database = database;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.execute(this::connects);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void breaksAtTheNextCommit() {
        breaks.set(true);
    }

    /** Whether it broke when it was told to. */
    boolean isBroken() {
        return !breaks.get();
    }

    private void connects() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                var server = new Socket(database.getAddress(), database.getPort());
                var silent = new AtomicBoolean();
                threads.execute(() -> passesOnStatements(client, server, silent));
                threads.execute(() -> passesOnAnswers(server, client, silent));
            } catch (IOException closed) {
                // The loop ends, or the database is gone, which its client notices.
            }
        }
    }

    private void passesOnStatements(Socket client, Socket server, AtomicBoolean silent) {
        try (client;
                server) {
            var buffer = new byte[ROOM];
            var inserted = false;
            for (var read = client.getInputStream().read(buffer);
                    read >= 0;
                    read = client.getInputStream().read(buffer)) {
                var said = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                var commits = said.contains(COMMIT);
                inserted |= said.contains(INSERT);
                silent.set(commits && inserted && breaks.compareAndSet(true, false));
                inserted &= !commits;
                server.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // Both ends are closed.
        }
    }

    private static void passesOnAnswers(Socket server, Socket client, AtomicBoolean silent) {
        try (server;
                client) {
            var buffer = new byte[ROOM];
            for (var read = server.getInputStream().read(buffer);
                    read >= 0 && !silent.get();
                    read = server.getInputStream().read(buffer)) {
                client.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // Both ends are closed.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
    }
}
