package de.stadtchronik.content;

import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What changed since somebody last asked: every item once, at its latest state, in the order of the last public changes.
 * Nothing can be missed (ADR 0019), and only what is on disk is given out.
 */
@ApplicationScoped
public class Feed {

    private final Snapshots snapshots;
    private final ContentStore store;
    private final ResourceTypes types;
    private final Links links;
    private final ChangeLog log;
    private final Storage storage;

    Feed(Snapshots snapshots, ContentStore store, ResourceTypes types, Links links, ChangeLog log, Storage storage) {
        this.snapshots = snapshots;
        this.store = store;
        this.types = types;
        this.links = links;
        this.log = log;
        this.storage = storage;
    }

    /**
     * Reads what is asked.
     *
     * @param lastEventId the cursor of the last event that was received (HTML Standard, section 9.2), which wins
     * @throws Problem INVALID_PARAMETERS
     */
    @Transactional
    public FeedQuestion question(Query query, Optional<String> lastEventId) {
        return FeedQuestion.take(query, types, store.lookup(types.everything()), lastEventId);
    }

    /**
     * Reads which part of the content somebody wants to follow.
     *
     * @throws Problem INVALID_PARAMETERS
     */
    @Transactional
    public FeedFilter filter(Query query) {
        var filter = FeedQuestion.filter(query, types, store.lookup(types.everything()));
        query.finish();
        return filter;
    }

    /**
     * The next part of the feed.
     *
     * @throws Problem CURSOR_EXPIRED
     */
    public FeedPage page(FeedQuestion question) {
        try {
            var page = snapshots.bySession(session -> {
                var reading = new FeedReading(session, types, links);
                var standing = Standing.of(session);
                question.since().filter(cursor -> !standing.knows(cursor)).ifPresent(expired -> {
                    throw expired(expired.filter());
                });
                var from = question.since()
                        .orElseGet(() -> new FeedCursor(standing.epoch(), 0, standing.head(), question.filter()));
                return reading.page(from, question.limit(), question.thin(), standing);
            });
            storage.flushUpTo(page.head());
            return page;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The position of the newest line of the log. Cheap enough to be asked for several times a second. */
    @Transactional
    public long head() {
        return log.head();
    }

    /** The cursor of somebody who has read all there is by now. */
    public FeedCursor end(FeedFilter filter) {
        try {
            var standing = snapshots.bySession(Standing::of);
            storage.flushUpTo(standing.head());
            return FeedCursor.at(standing.epoch(), standing.head(), filter);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** How far those who are at some places are behind, in the same order. */
    public List<FeedLag> lags(List<FeedCursor> places) {
        try {
            return snapshots.bySession(session -> {
                var reading = new LagReading(session);
                var standing = Standing.of(session);
                return places.stream()
                        .map(place -> reading.lag(place, standing))
                        .toList();
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Where to begin anew. */
    private Problem expired(FeedFilter filter) {
        var start = UriBuilder.fromUri(links.collection("changes"));
        filter.asked().forEach(start::queryParam);
        return new Problem(
                        ProblemType.CURSOR_EXPIRED,
                        new Words(
                                "Bitte alles neu abholen, siehe restart, und danach löschen, was dabei nicht kam.",
                                "Please pull everything anew, see restart, and then delete what did not come with it."))
                .with("restart", start.build().toString());
    }
}
