package de.stadtchronik.partner;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.GaugeMetricFamily;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The list of partners as gauges for Prometheus; moments are seconds since 1970. It is computed when Prometheus asks,
 * because the partners differ each time.
 */
@ApplicationScoped
class PartnerMetrics {

    private static final String START = "stadtchronik_partner_";

    private final Partners partners;
    private final Clock clock;

    PartnerMetrics(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /** The registry of the whole service, which all other metrics join. */
    @Produces
    @Singleton
    CollectorRegistry registry() {
        var registry = new CollectorRegistry(true);
        registry.register(new Gauges());
        return registry;
    }

    private class Gauges extends Collector implements Collector.Describable {

        @Override
        public List<MetricFamilySamples> collect() {
            return of(partners.all());
        }

        @Override
        public List<MetricFamilySamples> describe() {
            return of(List.of());
        }

        private List<MetricFamilySamples> of(List<Partner> all) {
            var now = clock.instant();
            return List.of(
                    status(all),
                    gauge("behind_items", "How many items changed since.", all, Partner::behind),
                    gauge(
                            "behind_seconds",
                            "How long ago the first of these changes happened.",
                            all,
                            partner -> age(partner, now)),
                    gauge("failures", "How many attempts in a row failed.", all, Partner::failures),
                    gauge(
                            "last_success_timestamp_seconds",
                            "When content last passed from one to the other.",
                            all,
                            partner -> seconds(partner.lastSuccessAt())),
                    gauge(
                            "expiry_timestamp_seconds",
                            "When its cursor expires.",
                            all,
                            partner -> seconds(partner.expiresAt())));
        }
    }

    /** One for each partner, with its status in a label. */
    private static GaugeMetricFamily status(List<Partner> all) {
        var gauge = new GaugeMetricFamily(
                START + "status", "1 for the status in the label.", List.of("kind", "name", "filter", "id", "status"));
        for (var partner : all) {
            var labels = new ArrayList<>(labels(partner));
            labels.add(partner.status().name());
            gauge.addMetric(labels, 1);
        }
        return gauge;
    }

    /** One for each partner of which the value is known. */
    private static GaugeMetricFamily gauge(
            String name, String help, List<Partner> all, Function<Partner, @Nullable Number> value) {
        var gauge = new GaugeMetricFamily(START + name, help, List.of("kind", "name", "filter", "id"));
        for (var partner : all) {
            var known = value.apply(partner);
            if (known != null) {
                gauge.addMetric(labels(partner), known.doubleValue());
            }
        }
        return gauge;
    }

    private static List<String> labels(Partner partner) {
        return List.of(
                partner.kind().name(),
                partner.name(),
                Objects.requireNonNullElse(partner.filter(), ""),
                partner.id().toString());
    }

    private static @Nullable Number age(Partner partner, Instant now) {
        if (partner.behind() == null) {
            return null;
        }
        var since = partner.behindSince();
        return since == null ? 0 : Duration.between(since, now).toSeconds();
    }

    private static @Nullable Number seconds(@Nullable Instant moment) {
        return moment == null ? null : moment.getEpochSecond();
    }
}
