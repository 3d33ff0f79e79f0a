package de.stadtchronik.packaged;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody who listens over a bare connection, and takes what comes only when told to; it needs no thread of its own. */
final class BareListener implements AutoCloseable {

    private final SocketChannel channel;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<Change> changes = new ArrayList<>();

    private Part part = Part.HEAD;
    private int leftOfChunk;
    private String status = "";
    private String id = "";
    private String data = "";
    private String last = "";
    private int blocks;

    private BareListener(SocketChannel channel) {
        this.channel = channel;
    }

    /** An event of that name: its id, and where and what it is. */
    record Change(String id, long seq, String item) {}

    /** Of an answer in chunks (RFC 9112, section 7.1). */
    private enum Part {
        HEAD,
        SIZE,
        CHUNK,
        AFTER_CHUNK,
        END
    }

    /** Asks for releases, on from an id if it is not empty, with room for so many bytes that nobody has taken yet. */
    static BareListener asks(URI address, String lastEventId, int room) throws IOException {
        var channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, room);
        channel.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        var listener = new BareListener(channel);
        listener.last = lastEventId;
        var request = "GET /v1/changes?type=RELEASE HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nAccept: text/event-stream\r\n"
                + (lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        return listener;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Takes what is there; false if nothing will come any more. */
    synchronized boolean takes(ByteBuffer buffer) {
        try {
            for (var read = channel.read(buffer.clear()); read != 0; read = channel.read(buffer.clear())) {
                if (read < 0) {
                    return false;
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    takes(buffer.get());
                }
            }
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    private void takes(byte next) {
        if (part == Part.CHUNK && leftOfChunk-- == 0) {
            part = Part.AFTER_CHUNK;
        }
        if (next != '\n') {
            line.write(next);
            return;
        }
        var text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        line.reset();
        switch (part) {
            case HEAD -> {
                status = status.isEmpty() ? text : status;
                part = text.isEmpty() ? Part.SIZE : Part.HEAD;
            }
            case SIZE -> {
                leftOfChunk = Integer.parseInt(text, 16);
                part = leftOfChunk == 0 ? Part.END : Part.CHUNK;
            }
            case CHUNK -> takesLine(text);
            case AFTER_CHUNK -> part = Part.SIZE;
            case END -> {
                // Nothing comes after it.
            }
        }
    }

    private void takesLine(String text) {
        if (text.startsWith("id:")) {
            id = text.substring(3).strip();
        } else if (text.startsWith("data:")) {
            data = text.substring(5);
        } else if (text.isEmpty()) {
            blocks++;
            last = id;
            if (!data.isBlank()) {
                var change = Mortal.json(data);
                changes.add(new Change(
                        id, change.path("seq").asLong(), change.path("id").asText()));
            }
            data = "";
        }
    }

    synchronized String status() {
        return status;
    }

    synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The id with which it can go on. */
    synchronized String last() {
        return last;
    }

    /** How often something came, be it only that the line is alive. */
    synchronized int blocks() {
        return blocks;
    }

    /** Whether it was told that nothing comes any more. */
    synchronized boolean isEnded() {
        return part == Part.END;
    }

    /** Whether the other side has hung up, which somebody who does not read learns by sending a line that means nothing. */
    boolean isCutOff() {
        try {
            channel.write(ByteBuffer.wrap(new byte[] {'\r', '\n'}));
            return false;
        } catch (IOException cutOff) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
