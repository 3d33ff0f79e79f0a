package de.stadtchronik.partner;

import static java.util.Objects.requireNonNull;

import de.stadtchronik.access.Role;
import de.stadtchronik.feed.Feed;
import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.feed.FeedLag;
import de.stadtchronik.harvest.SourceViews;
import de.stadtchronik.harvest.run.HarvestSource;
import de.stadtchronik.keys.ApiKeyRepository;
import de.stadtchronik.keys.Key;
import de.stadtchronik.partner.Partner.Kind;
import de.stadtchronik.partner.Partner.Status;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.webhook.WebhookViews;
import de.stadtchronik.webhook.dispatch.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together how all partners are doing. */
@ApplicationScoped
class Partners {

    /** A cursor is expiring when this part of {@code changesKept} is left. */
    private static final int LITTLE = 10;

    private final ApiKeyRepository keys;
    private final Pulls pulls;
    private final WebhookViews webhooks;
    private final SourceViews sources;
    private final Feed feed;
    private final Settings settings;
    private final Clock clock;

    Partners(
            ApiKeyRepository keys,
            Pulls pulls,
            WebhookViews webhooks,
            SourceViews sources,
            Feed feed,
            Settings settings,
            Clock clock) {
        this.keys = keys;
        this.pulls = pulls;
        this.webhooks = webhooks;
        this.sources = sources;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
    }

    /** All of them, in the order of the list. */
    List<Partner> all() {
        return Stream.of(ofPulls(), ofWebhooks(), ofSources())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(PartnerCursor::of))
                .toList();
    }

    private List<Partner> ofPulls() {
        var newest =
                keys.all().stream().collect(Collectors.toMap(Key::name, Function.identity(), (older, newer) -> newer));
        var rows = pulls.all().stream()
                .filter(row -> isPartner(row, newest.get(row.actor)))
                .toList();
        var lags = lags(rows, PartnerPull::place);
        var pulling = rows.stream().map(row -> partner(row, newest.get(row.actor), lags.get(row)));
        var names = rows.stream().map(row -> row.actor).collect(Collectors.toSet());
        var unused = newest.values().stream()
                .filter(key -> key.isUsable(clock.instant())
                        && key.role().equals(Role.PARTNER_ROLE)
                        && !names.contains(key.name()))
                .map(this::unused);
        return Stream.concat(pulling, unused).toList();
    }

    /** Whether a caller still is a partner: its key is valid, or it has none of ours but a token of an issuer. */
    private boolean isPartner(PartnerPull row, @Nullable Key newest) {
        return newest == null || (newest.isUsable(clock.instant()) && !row.seenAt.isBefore(newest.createdAt()));
    }

    private <T> Map<T, FeedLag> lags(List<T> rows, Function<T, Optional<FeedCursor>> place) {
        var placed = rows.stream().filter(row -> place.apply(row).isPresent()).toList();
        var lags =
                feed.lags(placed.stream().map(place).flatMap(Optional::stream).toList());
        var byRow = new HashMap<T, FeedLag>();
        for (var row = 0; row < placed.size(); row++) {
            byRow.put(placed.get(row), lags.get(row));
        }
        return byRow;
    }

    private Partner partner(PartnerPull row, @Nullable Key key, @Nullable FeedLag lag) {
        return new Partner(
                row.id,
                Kind.KEY,
                row.actor,
                null,
                key == null ? null : address("/v1/admin/keys/" + key.id()),
                row.filter,
                worst(row.failures > 0, lag),
                row.lastPullAt,
                row.seenAt,
                lag == null ? null : row.reached,
                lag == null || !lag.known() ? null : lag.items(),
                lag == null ? null : lag.since(),
                expiry(lag),
                row.failures,
                row.lastError);
    }

    private Partner unused(Key key) {
        return new Partner(
                key.id(),
                Kind.KEY,
                key.name(),
                null,
                address("/v1/admin/keys/" + key.id()),
                null,
                Status.UNUSED,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null);
    }

    private List<Partner> ofWebhooks() {
        var rows = webhooks.all();
        var lags = lags(rows, row -> Optional.of(row.place()));
        return rows.stream()
                .map(row -> partner(row, requireNonNull(lags.get(row))))
                .toList();
    }

    private Partner partner(Webhook row, FeedLag lag) {
        return new Partner(
                row.id,
                Kind.WEBHOOK,
                row.name,
                row.owner,
                address("/v1/webhooks/" + row.id),
                row.place().filter().text(),
                switch (row.status) {
                    case PAUSED -> Status.PAUSED;
                    case DISABLED -> Status.DISABLED;
                    case ACTIVE -> worst(row.failures() > 0, lag);
                },
                row.lastSuccessAt,
                row.lastAttemptAt,
                row.reached,
                lag.known() ? lag.items() : null,
                lag.since(),
                expiry(lag),
                row.failures(),
                row.lastError);
    }

    private List<Partner> ofSources() {
        return sources.all().stream().map(this::partner).toList();
    }

    private Partner partner(HarvestSource row) {
        return new Partner(
                row.id,
                Kind.HARVEST_SOURCE,
                row.name,
                null,
                address("/v1/admin/harvest-sources/" + row.name),
                null,
                switch (row.status) {
                    case ACTIVE -> row.lastSuccess == null ? Status.UNUSED : Status.CURRENT;
                    case FAILING -> Status.FAILING;
                    case HELD -> Status.HELD;
                    case PAUSED, PURGING -> Status.PAUSED;
                },
                row.lastSuccess,
                row.lastRun,
                null,
                null,
                null,
                null,
                row.failures(),
                row.lastError);
    }

    private String address(String path) {
        return settings.baseUrl() + path;
    }

    private Status worst(boolean failing, @Nullable FeedLag lag) {
        if (lag != null && !lag.known()) {
            return Status.EXPIRED;
        }
        if (failing) {
            return Status.FAILING;
        }
        if (lag == null) {
            return Status.UNUSED;
        }
        var expiry = expiry(lag);
        if (expiry != null
                && expiry.minus(settings.changesKept().dividedBy(LITTLE)).isBefore(clock.instant())) {
            return Status.EXPIRING;
        }
        return lag.items() > 0 ? Status.BEHIND : Status.CURRENT;
    }

    private @Nullable Instant expiry(@Nullable FeedLag lag) {
        return lag == null || lag.needsFrom() == null ? null : lag.needsFrom().plus(settings.changesKept());
    }
}
