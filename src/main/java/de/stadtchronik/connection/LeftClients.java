package de.stadtchronik.connection;

import io.quarkus.logging.LoggingFilter;
import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Keeps stack traces out of the log when a client disconnects while something is on its way to it: that is no error. */
@LoggingFilter(name = LeftClients.NAME)
public final class LeftClients implements Filter {

    static final String NAME = "left-clients";

    private static final String EVENTS = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    /** Netty says that a write to a closed connection failed twice: once for each part of the answer. */
    private static final String WRITES = "io.netty.channel.AbstractChannelHandlerContext";

    @Override
    public boolean isLoggable(LogRecord line) {
        return !(WRITES.equals(line.getLoggerName())
                || (EVENTS.equals(line.getLoggerName()) && line.getThrown() instanceof IOException));
    }
}
