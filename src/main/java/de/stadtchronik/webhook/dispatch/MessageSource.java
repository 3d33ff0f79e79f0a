package de.stadtchronik.webhook.dispatch;

import de.stadtchronik.feed.Feed;
import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.feed.FeedQuestion;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Makes messages of what the feed has for a webhook. */
@ApplicationScoped
class MessageSource {

    private static final int MOST_CHANGES = 100;

    private final Feed feed;
    private final Settings settings;

    MessageSource(Feed feed, Settings settings) {
        this.feed = feed;
        this.settings = settings;
    }

    /** Reads on from a place. Not within a transaction, because the feed opens one of its own. */
    Part after(FeedCursor place, Instant now) {
        try {
            var page = feed.page(new FeedQuestion(Optional.of(place), place.filter(), MOST_CHANGES, true));
            var message = page.entries().isEmpty()
                    ? Optional.<Message>empty()
                    : Optional.of(Message.of(place, page, settings.baseUrl(), now));
            return new Part(message, page.next(), page.hasMore(), false);
        } catch (Problem problem) {
            if (problem.type() != ProblemType.CURSOR_EXPIRED) {
                throw problem;
            }
            var end = feed.end(place.filter());
            return new Part(Optional.of(Message.restart(end, address(problem), now)), end, false, true);
        }
    }

    /** Where the feed says to start again. */
    private static String address(Problem expired) {
        return String.valueOf(expired.members().get("restart"));
    }

    /**
     * A part of the feed.
     *
     * @param message the message about it; empty if nothing matches
     * @param next the place after it
     * @param more whether there is more right now
     * @param restart whether it does not follow the place, because the feed does not reach back to it
     */
    record Part(Optional<Message> message, FeedCursor next, boolean more, boolean restart) {}
}
