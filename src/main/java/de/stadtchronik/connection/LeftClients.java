package de.stadtchronik.sync;

import io.quarkus.logging.LoggingFilter;
import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Keeps stack traces out of the log when a listener disconnects while an event is on its way: that is no error. */
@LoggingFilter(name = LeftListeners.NAME)
public final class LeftListeners implements Filter {

    static final String NAME = "left-listeners";

    private static final String SENDER = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    @Override
    public boolean isLoggable(LogRecord line) {
        return !(SENDER.equals(line.getLoggerName()) && line.getThrown() instanceof IOException);
    }
}
