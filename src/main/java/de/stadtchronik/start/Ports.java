package de.stadtchronik.start;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the service can listen where it is to. Found out by trying, a moment before it is done. */
final class Ports {

    private static final int HIGHEST = 65_535;

    private Ports() {}

    /** What is wrong with the two ports, in a sentence each. */
    static List<String> faults(SmallRyeConfig config) {
        var api = new Port(config, "quarkus.http", 8080);
        var management = new Port(config, "quarkus.management", 9000);
        if (api.number() != 0 && api.number() == management.number()) {
            return List.of("quarkus.http.port and quarkus.management.port are both %d; they need to differ."
                    .formatted(api.number()));
        }
        return Stream.of(api, management).flatMap(port -> port.fault().stream()).toList();
    }

    /** A setting that says where to listen. */
    private record Port(String setting, String host, int number) {

        Port(SmallRyeConfig config, String prefix, int usual) {
            this(
                    prefix + ".port",
                    config.getOptionalValue(prefix + ".host", String.class).orElse("0.0.0.0"),
                    config.getOptionalValue(prefix + ".port", Integer.class).orElse(usual));
        }

        Optional<String> fault() {
            if (number < 0 || number > HIGHEST) {
                return Optional.of("%s is %d; it takes 0 to %d.".formatted(setting, number, HIGHEST));
            }
            var address = new InetSocketAddress(host, number);
            if (address.isUnresolved()) {
                return Optional.of("%s is %s, which is no address of this machine."
                        .formatted(setting.replace(".port", ".host"), host));
            }
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(address);
                return Optional.empty();
            } catch (IOException refused) {
                return Optional.of(
                        "%s is %d at %s, where it cannot listen: %s; end the process that does, or choose another port."
                                .formatted(setting, number, host, refused.getMessage()));
            }
        }
    }
}
