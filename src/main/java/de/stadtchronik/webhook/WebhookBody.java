package de.stadtchronik.webhook;

import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.DocumentReader.Submission;
import de.stadtchronik.feed.Feed;
import de.stadtchronik.feed.FeedFilter;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.outbound.OutboundFailure.Reason;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a webhook from a request: checks its form, and whether its address may be called. */
@ApplicationScoped
class WebhookBody {

    private static final Duration LOOKUP = Duration.ofSeconds(5);

    private final DocumentReader documents;
    private final Feed feed;
    private final Outbound outbound;

    WebhookBody(DocumentReader documents, Feed feed, Outbound outbound) {
        this.documents = documents;
        this.feed = feed;
        this.outbound = outbound;
    }

    /** @throws Problem MALFORMED_JSON, INVALID_DOCUMENT */
    WebhookSpec read(byte[] body) {
        return wanted(documents.submission(documents.parse(body), NewWebhook.class), Optional.empty());
    }

    /**
     * Applies a merge patch (RFC 7396) to a webhook. An unchanged address is not checked again, so that the partner can
     * still change the name while the host cannot be resolved.
     *
     * @throws Problem MALFORMED_JSON, INVALID_DOCUMENT
     */
    WebhookSpec patched(byte[] patch, WebhookSpec current) {
        var document = new NewWebhook(current.name(), URI.create(current.url()), Filters.of(current.filter()));
        var changes = documents.parse(patch);
        return wanted(documents.patched(document, NewWebhook.class, changes), Optional.of(current));
    }

    /** @throws Problem MALFORMED_JSON, INVALID_DOCUMENT */
    Replay replay(byte[] body) {
        return Replay.read(body, documents);
    }

    private WebhookSpec wanted(Submission<NewWebhook> given, Optional<WebhookSpec> current) {
        var faults = new ArrayList<Violation>();
        checkUrl(given.value().url(), current.map(WebhookSpec::url), faults);
        var filter =
                bound(given.value().filters(), current.map(WebhookSpec::filter).orElse(FeedFilter.EVERYTHING), faults);
        var webhook = given.with(faults).valid();
        return new WebhookSpec(webhook.name(), webhook.url().toString(), filter);
    }

    /** Refuses unknown and internal host names alike, so that partners cannot learn which names exist in here. */
    private void checkUrl(@Nullable URI url, Optional<String> current, List<Violation> faults) {
        if (url == null || current.filter(url.toString()::equals).isPresent()) {
            return;
        }
        try {
            outbound.check(url, LOOKUP);
        } catch (OutboundFailure failure) {
            faults.add(
                    failure.reason() == Reason.MALFORMED_URL
                            ? Violation.inBody(
                                    "/url",
                                    NewWebhook.INVALID_URL,
                                    new BilingualText(NewWebhook.NEEDS_URL_GERMAN, NewWebhook.NEEDS_URL_ENGLISH))
                            : Violation.inBody(
                                    "/url",
                                    "forbidden-address",
                                    new BilingualText(
                                            "Dieser Rechner hat keine Adresse oder eine, die nicht öffentlich ist.",
                                            "This host has no address, or one that is not public.")));
        }
    }

    /** Resolves names to ids as the feed does; unchanged filters keep the ids that they were resolved to before. */
    private FeedFilter bound(@Nullable Filters given, FeedFilter current, List<Violation> faults) {
        if (given != null) {
            faults.addAll(given.faults());
        }
        var filters = given == null ? Filters.NONE : given.wellFormed();
        if (filters.equals(Filters.of(current))) {
            return current;
        }
        try {
            return feed.filter(filters.query());
        } catch (Problem problem) {
            if (problem.type() != ProblemType.INVALID_PARAMETERS) {
                throw problem;
            }
            problem.faults().forEach(fault -> faults.add(fault.below("/filters/" + fault.parameter())));
            return current;
        }
    }
}
