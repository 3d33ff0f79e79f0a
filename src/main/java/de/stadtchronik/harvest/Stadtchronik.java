package de.stadtchronik.harvest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.content.Copy;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.outbound.Call;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.outbound.Reply;
import de.stadtchronik.outbound.RetryAfter;
import de.stadtchronik.text.Slug;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another instance of this service: its feed, and its manifest. */
final class Stadtchronik implements Origin {

    /** How long an answer may take. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int USUAL_LIMIT = 50;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int LONGEST_PLACE = 6000;
    private static final int LONGEST_EXPLANATION = 100_000;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Outbound outbound;
    private final ObjectMapper json;
    private final Clock clock;
    private final String url;
    private final Optional<String> key;
    private final Scope scope;

    Stadtchronik(Outbound outbound, ObjectMapper json, Clock clock, String url, @Nullable String key, Scope scope) {
        this.outbound = outbound;
        this.json = json;
        this.clock = clock;
        this.url = url;
        this.key = Optional.ofNullable(key);
        this.scope = scope;
    }

    @Override
    public Pull pull(Optional<String> place) {
        return pull(place, USUAL_LIMIT);
    }

    /** Where a page is too long, fewer items may still fit. */
    private Pull pull(Optional<String> place, int limit) {
        var query = new HashMap<>(place.map(since -> Map.of("since", since)).orElseGet(scope::filters));
        query.put("limit", String.valueOf(limit));
        Reply reply;
        try {
            reply = ask("/v1/changes", query);
        } catch (OutboundFailure failure) {
            if (failure.reason() == OutboundFailure.Reason.TOO_LARGE && limit > 1) {
                return pull(place, limit / 7);
            }
            throw unanswered(failure);
        }
        if (reply.status() == GONE && place.isPresent()) {
            return new Pull.Expired();
        }
        return part(read(reply));
    }

    private static Pull.Part part(JsonNode page) {
        var next = page.path("next").asText();
        if (!page.path("data").isArray() || next.isEmpty() || next.length() > LONGEST_PLACE) {
            throw new OriginFailure("The answer is no page of a feed.", Optional.empty());
        }
        var entries = new ArrayList<Entry>();
        page.get("data").forEach(entry -> entries.add(entry(entry)));
        var license = Optional.ofNullable(page.path("license").textValue());
        return new Pull.Part(entries, next, page.path("hasMore").asBoolean(), license);
    }

    private static Entry entry(JsonNode raw) {
        var text = raw.path("id").asText().toLowerCase(Locale.ROOT);
        var id = Slug.isId(text) ? UUID.fromString(text) : null;
        var version = raw.path("version").asInt();
        if (id == null) {
            return new Entry(null, 0, null, null, raw);
        }
        return switch (raw.path("op").asText()) {
            case "UPSERT" -> new Entry(id, version, item(raw, id, version), null, raw);
            case "DELETE" -> new Entry(id, version, null, gone(raw, id), raw);
            default -> new Entry(id, version, null, null, raw);
        };
    }

    /** The item, if it is the one that the entry is about. */
    private static @Nullable ObjectNode item(JsonNode raw, UUID id, int version) {
        return raw.path("item") instanceof ObjectNode item
                        && item.path("id").asText().equalsIgnoreCase(id.toString())
                        && item.path("version").asInt() == version
                        && item.path("type").equals(raw.path("type"))
                ? item
                : null;
    }

    private static Copy.Dropped gone(JsonNode raw, UUID id) {
        var successor = raw.path("successor").asText();
        var explanation = raw.path("explanation");
        var told = explanation instanceof ObjectNode texts
                && texts.path("de").isTextual()
                && texts.properties().stream().allMatch(text -> text.getValue().isTextual())
                && texts.toString().length() <= LONGEST_EXPLANATION;
        return new Copy.Dropped(
                id,
                reason(raw.path("reason").asText()),
                told ? explanation.toString() : null,
                Slug.isId(successor) ? UUID.fromString(successor) : null);
    }

    /** Whatever a newer origin may call it, it is gone. */
    private static GoneReason reason(String word) {
        for (var reason : GoneReason.values()) {
            if (reason.name().equals(word)) {
                return reason;
            }
        }
        return GoneReason.DELETED;
    }

    @Override
    public Optional<Proof> proof(String place) {
        Reply reply;
        try {
            reply = ask("/v1/manifest", Map.of("since", place, "data", "none"));
        } catch (OutboundFailure failure) {
            throw unanswered(failure);
        }
        if (reply.status() == NOT_FOUND || reply.status() == GONE) {
            return Optional.empty();
        }
        var manifest = read(reply);
        return Optional.of(new Proof(
                manifest.path("position").asText(), manifest.path("checksum").asText()));
    }

    private Reply ask(String path, Map<String, String> query) {
        var address = UriBuilder.fromUri(url.replaceAll("/+$", "") + path);
        query.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        var headers = new HashMap<>(Map.of("Accept", "application/json", "User-Agent", "Stadtchronik"));
        key.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret));
        URI full = address.buildFromMap(query);
        return outbound.await(new Call("GET", full, headers, Buffer.buffer(), PATIENCE, MOST_BYTES));
    }

    private static OriginFailure unanswered(OutboundFailure failure) {
        return new OriginFailure(failure.reason().name(), failure);
    }

    private JsonNode read(Reply reply) {
        if (reply.status() != OK) {
            var retryAfter = reply.header("Retry-After").flatMap(header -> RetryAfter.read(header, clock.instant()));
            throw new OriginFailure("Status " + reply.status(), retryAfter);
        }
        try {
            return json.readTree(reply.body().getBytes());
        } catch (JsonProcessingException broken) {
            throw new OriginFailure("The answer is no JSON.", broken);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
