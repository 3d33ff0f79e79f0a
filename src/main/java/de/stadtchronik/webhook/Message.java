package de.stadtchronik.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.content.DocumentJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a receiver reads (Standard Webhooks, payload structure). */
record Message(String type, Instant timestamp, Object data) {

    private static final String CHANGED = "content.changed";
    private static final String PING = "webhook.ping";

    /** That something changed. */
    static Message of(News.Batch batch, String baseUrl, Instant now) {
        var url = baseUrl + "/v1/changes?since=" + batch.since();
        return new Message(CHANGED, now, new Changes(batch.changes(), batch.more(), batch.next(), url, null));
    }

    /** That cursors mean nothing any more: everything is to be read from the start. */
    static Message restart(News.Batch end, String baseUrl, Instant now) {
        return new Message(
                CHANGED, now, new Changes(List.of(), false, end.next(), baseUrl + "/v1/changes", Boolean.TRUE));
    }

    /** That messages arrive. */
    static Message ping(String name, Instant now) {
        return new Message(PING, now, Map.of("webhook", name));
    }

    String json() {
        return DocumentJson.write(this);
    }

    /**
     * What changed.
     *
     * @param next the cursor of the feed after these changes
     * @param url where to read them in full
     * @param restart that a new epoch has begun
     */
    private record Changes(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<News.Line> changes,
            boolean hasMore,
            String next,
            String url,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean restart) {}
}
