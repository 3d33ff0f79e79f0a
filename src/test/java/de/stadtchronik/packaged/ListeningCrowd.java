package de.stadtchronik.packaged;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Many who listen; one thread takes what comes to them. */
final class ListeningCrowd implements AutoCloseable {

    private static final int ROOM = 1 << 16;

    private final PackagedApp app;
    private final Selector selector = Selector.open();
    private final List<BareListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<IOException> trouble = new AtomicReference<>();
    private final Thread taking = new Thread(this::take, "crowd");

    ListeningCrowd(PackagedApp app) throws IOException {
        this.app = app;
        taking.start();
    }

    /** Lets so many more listen. */
    void grows(int by) throws IOException {
        for (var n = 0; n < by; n++) {
            joins("");
        }
    }

    /** Lets one more listen, on from an id. */
    BareListener joins(String lastEventId) throws IOException {
        var listener = BareListener.asks(app.address(), lastEventId, ROOM);
        listeners.add(listener);
        listener.channel().register(selector, SelectionKey.OP_READ, listener);
        selector.wakeup();
        return listener;
    }

    List<BareListener> listeners() {
        return listeners;
    }

    boolean all(Predicate<BareListener> what) {
        if (trouble.get() != null) {
            throw new IllegalStateException(trouble.get());
        }
        return listeners.stream().allMatch(what);
    }

    private void take() {
        var buffer = ByteBuffer.allocateDirect(ROOM);
        try {
            while (selector.isOpen()) {
                selector.select(ready -> {
                    if (!((BareListener) ready.attachment()).takes(buffer)) {
                        ready.cancel();
                    }
                });
            }
        } catch (IOException failed) {
            trouble.set(failed);
        } catch (ClosedSelectorException closed) {
            // Nobody is here any more.
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (var listener : listeners) {
            listener.close();
        }
    }
}
