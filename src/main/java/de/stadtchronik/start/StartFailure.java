package de.stadtchronik.start;

import de.stadtchronik.problem.Problem;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/** Tells what an operator can mend from a fault of ours, which needs its stack trace. */
final class StartFailure {

    private StartFailure() {}

    /** Why the service does not start; empty if it is a fault of ours. */
    static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> told(cause).stream())
                .findFirst();
    }

    private static Optional<String> told(Throwable cause) {
        if (cause instanceof SQLException database) {
            return Optional.of("the database cannot be used: " + line(database) + "; see quarkus.datasource.* or"
                    + " stadtchronik.data-dir.");
        }
        if (cause instanceof QuarkusBindException taken) {
            return Optional.of("port %d at %s is in use.".formatted(taken.getPort(), taken.getHost()));
        }
        if (cause instanceof FileSystemException file) {
            return Optional.of("a file cannot be used: " + line(file) + ".");
        }
        var isTold = cause instanceof ConfigurationException
                || cause instanceof ConfigValidationException
                || cause instanceof PreventFurtherStepsException
                || cause instanceof UncheckedIOException
                || cause instanceof Problem
                || (cause instanceof FlywayException && cause.getCause() == null);
        return isTold ? Optional.of(line(cause)) : Optional.empty();
    }

    private static String line(Throwable cause) {
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
