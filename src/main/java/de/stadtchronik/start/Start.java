package de.stadtchronik.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.ArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The main program. Tests and dev mode begin below it. */
@QuarkusMain
public final class Start {

    private static final int FAILED = 1;

    private Start() {}

    /** Checks what can be checked without a database, and runs the service until it is told to stop. */
    public static void main(String... arguments) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            requireSoundSettings();
        }
        Quarkus.run(null, Start::end, arguments);
    }

    private static void requireSoundSettings() {
        var config = ConfigUtils.configBuilder().build();
        // The usual address of the service is made of its port, and would be wrong with it.
        var faults = new ArrayList<>(Ports.faults(config));
        if (faults.isEmpty()) {
            faults.addAll(SettingsCheck.faults(config));
        }
        if (!faults.isEmpty()) {
            faults.forEach(Start::say);
            System.exit(FAILED);
        }
    }

    private static void end(int code, @Nullable Throwable failure) {
        if (failure != null) {
            StartFailure.sentence(failure)
                    .ifPresentOrElse(
                            Start::say,
                            () -> Logger.getLogger(Start.class).error("The service does not start", failure));
        }
        System.exit(code);
    }

    /** The log may not be there yet, or be over. */
    private static void say(String sentence) {
        System.err.println("Stadtchronik does not start: " + sentence);
    }
}
