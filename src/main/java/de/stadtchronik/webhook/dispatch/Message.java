package de.stadtchronik.webhook.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.feed.FeedPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a message (Standard Webhooks, payload structure). */
record Message(String type, Instant timestamp, Object data) {

    private static final String CHANGED = "content.changed";
    private static final String PING = "webhook.ping";

    /** Says what changed after a place. */
    static Message of(FeedCursor since, FeedPage page, String baseUrl, Instant now) {
        var changes = page.entries().stream()
                .map(entry -> new RawValue(new String(entry.json(), StandardCharsets.UTF_8)))
                .toList();
        var url = baseUrl + "/v1/changes?since=" + since.text();
        return new Message(
                CHANGED, now, new Changes(changes, page.hasMore(), page.next().text(), url, null));
    }

    /**
     * Says that the feed does not reach back to the last message: everything is to be read from the start.
     *
     * @param end the place from which on changes are sent again
     * @param url where to read everything
     */
    static Message restart(FeedCursor end, String url, Instant now) {
        return new Message(CHANGED, now, new Changes(List.of(), false, end.text(), url, Boolean.TRUE));
    }

    /** A test message. */
    static Message ping(String name, Instant now) {
        return new Message(PING, now, Map.of("webhook", name));
    }

    String json() {
        return DocumentJson.write(this);
    }

    /**
     * What changed.
     *
     * @param changes as in the feed with {@code data=none}
     * @param next the cursor of the feed after these changes
     * @param url where to read them in full
     * @param restart that the feed does not reach back to where the last message ended
     */
    private record Changes(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<RawValue> changes,
            boolean hasMore,
            String next,
            String url,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean restart) {}
}
