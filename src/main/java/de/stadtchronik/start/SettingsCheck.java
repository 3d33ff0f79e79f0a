package de.stadtchronik.start;

import de.stadtchronik.access.Addresses;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.Nearest;
import de.stadtchronik.text.WebAddress;
import de.stadtchronik.vocabulary.SourceName;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the settings exist, and have values that the service can work with. */
final class SettingsCheck {

    private static final ConfigClass SETTINGS = ConfigClass.configClass(Settings.class);
    private static final String PREFIX = "stadtchronik.";
    private static final String ZONE = "time-zone";
    private static final String ADDRESS = "an address that begins with http:// or https://, in ASCII";
    private static final String RESTORED = "restored";

    /** What can be sent as a bearer token (RFC 6750, section 2.1). */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final int SHORTEST_KEY = 32;

    /** A host, with or without a port; IPv6 in brackets if there is one. */
    private static final Pattern HOST =
            Pattern.compile("[^\\s/:@]+(:\\d{1,5})?|\\[?[0-9a-fA-F:.]+](:\\d{1,5})?|[0-9a-fA-F:.]+");

    /** What Kubernetes puts into the environment for a service whose name begins like ours. */
    private static final Pattern OF_NEIGHBOURS = Pattern.compile("(.*_)?(SERVICE_(HOST|PORT)|PORT)(_.*)?");

    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final Duration CENTURY = Duration.ofDays(36_500);

    private final List<String> faults = new ArrayList<>();

    private SettingsCheck() {}

    /** What is wrong with the settings, in a sentence each. */
    static List<String> faults(SmallRyeConfig config) {
        var check = new SettingsCheck();
        check.names(config);
        check.words(config);
        if (check.faults.isEmpty()) {
            check.values(config);
        }
        return check.faults;
    }

    private void refuse(String setting, Object value, String allowed) {
        faults.add("%s%s is %s; it takes %s.".formatted(PREFIX, setting, value, allowed));
    }

    /** Misspelt ones; in the environment, where dots and dashes are underscores, as they are written there. */
    private void names(SmallRyeConfig config) {
        var known = SETTINGS.getProperties().keySet().stream()
                .map(name -> name.substring(PREFIX.length()))
                .toList();
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                var given = name.substring(PREFIX.length());
                var source = String.valueOf(config.getConfigValue(name).getSourceName());
                UnaryOperator<String> written = source.startsWith("EnvConfigSource")
                        ? text -> text.replaceAll("\\W", "_").toUpperCase(Locale.ROOT)
                        : text -> text;
                var candidates = known.stream()
                        .map(pattern -> written.apply(likeIn(given, pattern)))
                        .toList();
                var asked = written.apply(given.replaceFirst("\\[\\d+]$", ""));
                if (!candidates.contains(asked) && !OF_NEIGHBOURS.matcher(asked).matches()) {
                    var prefix = written.apply(PREFIX);
                    faults.add("there is no setting %s; %s."
                            .formatted(prefix + written.apply(given), nearest(prefix, asked, candidates)));
                }
            }
        }
    }

    private static String nearest(String prefix, String asked, List<String> candidates) {
        return Nearest.to(asked, candidates)
                .map(near -> "the nearest is " + prefix + near)
                .orElse("docs/operations.md lists those that there are");
    }

    /** A pattern such as {@code harvest.*.url}, with the name that a setting has in the place of the star. */
    private static String likeIn(String given, String pattern) {
        var star = pattern.indexOf('*');
        if (star < 0 || !given.startsWith(pattern.substring(0, star))) {
            return pattern;
        }
        var rest = given.substring(star);
        var quoted = rest.startsWith("\"") ? rest.indexOf('"', 1) + 1 : 0;
        var end = rest.indexOf('.', Math.max(quoted, 0));
        return pattern.replace("*", end < 0 ? rest : rest.substring(0, end));
    }

    /** Those whose failure to be read would not say which setting it was, or that would be taken for no. */
    private void words(SmallRyeConfig config) {
        config.getOptionalValue(PREFIX + RESTORED, String.class)
                .filter(word -> !word.matches("(?i)true|false"))
                .ifPresent(word -> refuse(RESTORED, word, "true or false"));
        config.getOptionalValue(PREFIX + ZONE, String.class).ifPresent(zone -> {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                refuse(ZONE, zone, "a zone such as Europe/Berlin");
            }
        });
    }

    private void values(SmallRyeConfig config) {
        try {
            // Without the check for unknown names, which knows no nearest one.
            ConfigMappings.registerConfigProperties(config, Set.of(SETTINGS));
            values(config.getConfigMapping(Settings.class));
        } catch (ConfigValidationException unreadable) {
            IntStream.range(0, unreadable.getProblemCount())
                    .mapToObj(n -> unreadable.getProblem(n).getMessage())
                    .map(SettingsCheck::inOurWords)
                    .forEach(faults::add);
        }
    }

    private static String inOurWords(String message) {
        return message.replaceAll("(java\\.[\\w.]+: )?SRCFG\\d+: ", "")
                .replaceFirst("The config property (\\S+) is required .*", "$1 is missing.")
                .replaceFirst(
                        ".*The config property (\\S+) with the config value \"(.*)\" threw .* converted ", "$1 is $2; ")
                .replaceFirst("Cannot convert .* allowed values:", "it takes");
    }

    private void values(Settings settings) {
        base("public-url", settings.publicUrl());
        settings.webUrl().ifPresent(this::pattern);
        pages(settings.provider());
        settings.importFile()
                .filter(file -> !Files.isReadable(file))
                .ifPresent(file -> refuse("import", file, "the path of a file that this user can read"));
        settings.adminKey().ifPresent(this::key);
        settings.outbound().allowedHosts().orElse(List.of()).stream()
                .map(String::strip)
                .filter(host -> !HOST.matcher(host).matches())
                .forEach(host -> refuse("outbound.allowed-hosts", host, "names of hosts, each also as name:port"));
        try {
            Addresses.requireTrustable(settings.trustedProxies().orElse(List.of()));
        } catch (ConfigurationException refused) {
            faults.add(refused.getMessage());
        }
        times(settings);
        limits(settings.limits());
        settings.harvest().forEach(this::source);
    }

    private void times(Settings settings) {
        between("max-age", settings.maxAge(), Duration.ZERO, Duration.ofDays(365));
        between("time-check", settings.timeCheck(), OFTEN, CENTURY);
        between("webhooks.check", settings.webhooks().check(), OFTEN, CENTURY);
        between("harvest-check", settings.harvestCheck(), OFTEN, CENTURY);
        between("changes-kept", settings.changesKept(), Duration.ofDays(30), CENTURY);
    }

    private void limits(Settings.Limits limits) {
        between("limits.anonymous", limits.anonymous(), 0, Integer.MAX_VALUE);
        between("limits.partner", limits.partner(), 0, Integer.MAX_VALUE);
        between("limits.author", limits.author(), 0, Integer.MAX_VALUE);
        between("limits.editor", limits.editor(), 0, Integer.MAX_VALUE);
        between("limits.admin", limits.admin(), 0, Integer.MAX_VALUE);
        between("limits.guesses", limits.guesses(), 0, Integer.MAX_VALUE);
        between("limits.listeners", limits.listeners(), 0, 100_000);
        between("limits.listeners-per-caller", limits.listenersPerCaller(), 0, 100_000);
        between("limits.streams", limits.streams(), 1, 1_000);
    }

    private void source(String name, Settings.Harvest source) {
        if (!name.matches(SourceName.PATTERN) || name.length() > SourceName.LONGEST) {
            faults.add("%sharvest.%s.url: a source cannot be called that; its name takes %s, and %d characters at most."
                    .formatted(PREFIX, name, SourceName.PATTERN, SourceName.LONGEST));
        }
        base("harvest." + name + ".url", source.url());
        between("harvest." + name + ".interval", source.interval(), Duration.ofSeconds(10), Duration.ofDays(7));
    }

    private <T extends Comparable<T>> void between(String setting, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            refuse(setting, value, least + " to " + most);
        }
    }

    private void pages(Settings.Provider provider) {
        page("provider.license", Optional.of(provider.license()));
        page("provider.imprint", provider.imprint());
        page("provider.privacy", provider.privacy());
        page("provider.accessibility", provider.accessibility());
    }

    private void page(String setting, Optional<URI> value) {
        value.filter(page -> WebAddress.fault(page.toString()).isPresent())
                .ifPresent(page -> refuse(setting, page, ADDRESS));
    }

    /** What paths are put behind. */
    private void base(String setting, URI value) {
        if (WebAddress.fault(value.toString()).isPresent()
                || value.getRawQuery() != null
                || value.getRawFragment() != null) {
            refuse(setting, value, ADDRESS + ", without ? and #");
        }
    }

    private void pattern(String value) {
        if (!value.contains("{slug}")
                || WebAddress.fault(value.replaceAll("[{}]", "")).isPresent()) {
            refuse("web-url", value, ADDRESS + ", with {slug} in it");
        }
    }

    /** Its value is a secret. */
    private void key(String key) {
        Stream.of(key)
                .filter(any -> any.length() < SHORTEST_KEY || !KEY.matcher(any).matches())
                .forEach(any -> refuse(
                        "admin-key",
                        any.length() + " characters long",
                        "%d or more letters, digits and - . _ ~ + /".formatted(SHORTEST_KEY)));
    }
}
