package de.stadtchronik.feed;

import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.connection.Workspace;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.listing.FilterLookup;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.query.Query;
import de.stadtchronik.query.Sized;
import de.stadtchronik.storage.Snapshots;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What changed since a partner last asked: every item once, at its latest state, in the order of the last public changes.
 * Nothing can be missed (ADR 0019), and only what is on disk is given out.
 */
@ApplicationScoped
public class Feed {

    /** In bytes: more than most documents have. */
    private static final long USUAL = 10_000;

    private final Workspace workspace;
    private final Snapshots snapshots;
    private final FilterLookup lookup;
    private final ResourceTypes types;
    private final Links links;
    private final ChangeLog log;
    private final Storage storage;

    Feed(
            Workspace workspace,
            Snapshots snapshots,
            FilterLookup lookup,
            ResourceTypes types,
            Links links,
            ChangeLog log,
            Storage storage) {
        this.workspace = workspace;
        this.snapshots = snapshots;
        this.lookup = lookup;
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
        return FeedQuestion.take(query, types, lookup, lastEventId);
    }

    /**
     * Reads which part of the content a partner wants to follow.
     *
     * @throws Problem INVALID_PARAMETERS
     */
    @Transactional
    public FeedFilter filter(Query query) {
        var filter = FeedQuestion.filter(query, types, lookup);
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
                var position = LogPosition.of(session);
                question.since().filter(cursor -> !position.knows(cursor)).ifPresent(expired -> {
                    throw expired(expired.filter());
                });
                var from = question.since()
                        .orElseGet(() -> new FeedCursor(position.epoch(), 0, position.head(), question.filter()));
                var most = Math.min(question.limit(), position.head() - from.after());
                return workspace.make(
                        question.thin() ? 0 : Math.min(Sized.MOST, most * USUAL),
                        () -> reading.page(from, question.limit(), question.thin(), position));
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

    /** The cursor of a partner who has read all there is by now. */
    public FeedCursor end(FeedFilter filter) {
        var position = snapshots.bySession(LogPosition::of);
        storage.flushUpTo(position.head());
        return FeedCursor.at(position.epoch(), position.head(), filter);
    }

    /** How far those who are at some places are behind, in the same order. */
    public List<FeedLag> lags(List<FeedCursor> places) {
        return snapshots.bySession(session -> {
            var reading = new LagReading(session);
            var position = LogPosition.of(session);
            return places.stream().map(place -> reading.lag(place, position)).toList();
        });
    }

    private Problem expired(FeedFilter filter) {
        var start = UriBuilder.fromUri(links.collection("changes"));
        filter.asked().forEach(start::queryParam);
        return new Problem(
                        ProblemType.CURSOR_EXPIRED,
                        new BilingualText(
                                "Bitte alles neu abholen, siehe restart, und danach löschen, was dabei nicht kam.",
                                "Please pull everything anew, see restart, and then delete what did not come with it."))
                .with("restart", start.build().toString());
    }
}
