package de.stadtchronik.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of the service, all below {@code stadtchronik.}. */
@ConfigMapping(prefix = "stadtchronik")
public interface Settings {

    /** Where clients reach the service; the start of every {@code url}. */
    URI publicUrl();

    /** {@link #publicUrl} without a slash at its end. */
    default String baseUrl() {
        return publicUrl().toString().replaceAll("/+$", "");
    }

    /** The address of an item's page for people, with {@code {path}} and {@code {slug}}; no {@code webUrl} without it. */
    Optional<String> webUrl();

    /** Where the embedded edition keeps its files. */
    @WithDefault("./data")
    Path dataDir();

    /** The sample content to load into an empty database. */
    @WithDefault("none")
    Sample sample();

    /** Says that the database is an older copy, where it cannot know that itself: followers have to start again. */
    @WithDefault("false")
    boolean restored();

    /** A file with lines of JSON to import at the start; what is here already stays as it is. */
    @WithName("import")
    Optional<Path> importFile();

    /** The zone in which the city lives: decides which calendar day it is. */
    @WithDefault("Europe/Berlin")
    ZoneId timeZone();

    /** How long caches may keep an answer without asking again. */
    @WithDefault("10s")
    Duration maxAge();

    /** How long after that they may still give it out while they ask. */
    @WithDefault("10s")
    Duration staleWhileRevalidate();

    /** How many bytes of answers are kept in memory, ready to be sent again; 0 for none. */
    @WithDefault("32M")
    MemorySize cacheSize();

    /** How often to look at the clock for what is due. */
    @WithDefault("PT0.25S")
    Duration timeCheck();

    /** How long lines of the change log are kept: as long as partners may take between pulls; 30 days at least. */
    @WithDefault("P400D")
    Duration changesKept();

    Provider provider();

    /** A key with the role {@code admin} that is in no table; at least 32 characters. Without it, a first key is made. */
    Optional<String> adminKey();

    /** The addresses and networks (CIDR) of the proxies whose {@code Forwarded} or {@code X-Forwarded-For} counts. */
    Optional<List<String>> trustedProxies();

    Limits limits();

    Outbound outbound();

    Webhooks webhooks();

    /** Other instances whose items are copied, by the names that they have here. */
    Map<String, Harvest> harvest();

    /** How often to look for sources that are due. */
    @WithDefault("PT5S")
    Duration harvestCheck();

    /** How many requests a minute are answered; 0 for any number. */
    interface Limits {
        /** Without a key, from one address. */
        @WithDefault("12000")
        int anonymous();

        /** With one key of this role; likewise for the roles below. */
        @WithDefault("30000")
        int partner();

        @WithDefault("30000")
        int author();

        @WithDefault("30000")
        int editor();

        @WithDefault("30000")
        int admin();

        /** How many clients may listen for changes at once. */
        @WithDefault("2000")
        int listeners();

        /** How many of them with one key, or from one address. */
        @WithDefault("200")
        int listenersPerCaller();

        /** How many answers of any length, such as NDJSON, may be on their way at once. */
        @WithDefault("8")
        int streams();

        /** How many refused keys a minute are tolerated from one address. */
        @WithDefault("10")
        int guesses();
    }

    /** Calls to other servers. */
    interface Outbound {
        /** Hosts that may be called though their addresses are not public: names, each also with a port behind a colon. */
        Optional<List<String>> allowedHosts();
    }

    /** Messages to partners. */
    interface Webhooks {
        /** How often to look for what is to be delivered. */
        @WithDefault("PT0.5S")
        Duration check();
    }

    /** Another instance. */
    interface Harvest {
        /** Its base address, before {@code /v1}. */
        URI url();

        /** How long to wait between two runs. */
        @WithDefault("PT5M")
        Duration interval();

        /** The key to send to it. */
        Optional<String> key();

        /** Which items to copy, as filters in its terms; all where a filter is absent. */
        Optional<List<String>> types();

        Optional<List<String>> topics();

        Optional<List<String>> areas();

        Optional<List<String>> languages();

        Optional<List<String>> publishers();
    }

    /** The sets of sample content. */
    enum Sample {
        NONE,
        REVIEW_2020,
        ENRICHED
    }

    /** Who publishes: the name and links on pages, and what an item says of licence and origin where its editor did not. */
    interface Provider {
        /** What it is called, such as "Stadt Kaiserslautern". */
        Optional<String> name();

        /** The imprint, for the pages that people see; likewise the two below. */
        Optional<URI> imprint();

        Optional<URI> privacy();

        /** What there is to say of accessibility. */
        Optional<URI> accessibility();

        /** The name to give as the source. */
        Optional<String> attribution();

        /** The licence as URI. */
        @WithDefault("https://www.govdata.de/dl-de/by-2-0")
        URI license();
    }
}
