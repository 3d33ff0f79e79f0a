package de.stadtchronik.webhook;

import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.DocumentReader.Submission;
import de.stadtchronik.feed.Feed;
import de.stadtchronik.feed.FeedFilter;
import de.stadtchronik.outbound.AddressCheck;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.WebAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a webhook from a request: checks its form, and whether its address may be called. */
@ApplicationScoped
class WebhookBody {

    private final DocumentReader documents;
    private final Feed feed;
    private final AddressCheck addresses;

    WebhookBody(DocumentReader documents, Feed feed, AddressCheck addresses) {
        this.documents = documents;
        this.feed = feed;
        this.addresses = addresses;
    }

    /** @throws Problem MALFORMED_JSON, INVALID_DOCUMENT */
    WebhookSpec read(byte[] body) {
        return wanted(
                documents.submission(documents.parse(body), NewWebhook.class), Optional.empty(), FeedFilter.EVERYTHING);
    }

    /**
     * Applies a merge patch (RFC 7396) to a webhook. An unchanged address is not checked again, so that the partner can
     * still change the name while the host cannot be resolved.
     *
     * @throws Problem MALFORMED_JSON, INVALID_DOCUMENT
     */
    WebhookSpec patched(byte[] patch, WebhookSpec current) {
        var url = WebAddress.asSent(URI.create(current.url()));
        var document = new NewWebhook(current.name(), url, Filters.of(current.filter()));
        var given = documents.patched(document, NewWebhook.class, documents.parse(patch));
        return wanted(given, Optional.of(url), current.filter());
    }

    /** @throws Problem MALFORMED_JSON, INVALID_DOCUMENT */
    Replay replay(byte[] body) {
        return Replay.read(body, documents);
    }

    private WebhookSpec wanted(Submission<NewWebhook> given, Optional<URI> checked, FeedFilter current) {
        var faults = new ArrayList<Violation>();
        Stream.ofNullable(given.value().url())
                .filter(url -> checked.filter(url::equals).isEmpty())
                .flatMap(url -> addresses.fault(url).stream())
                .forEach(faults::add);
        var filter = bound(given.value().filters(), current, faults);
        var webhook = given.with(faults).valid();
        return new WebhookSpec(webhook.name(), webhook.url().toString(), filter);
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
