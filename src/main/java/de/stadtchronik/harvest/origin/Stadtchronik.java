package de.stadtchronik.harvest.origin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.harvest.copies.HarvestedItem;
import de.stadtchronik.harvest.copies.HarvestedItemReader;
import de.stadtchronik.outbound.Call;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.outbound.OutboundFailure.Reason;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Another instance of this service: its feed, and its manifest. */
public final class Stadtchronik implements Origin {

    /** How long an answer may take. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int USUAL_LIMIT = 50;

    /** More than any origin gives in one page, and few enough for one turn. */
    private static final int MOST_ENTRIES = 1000;

    /** Room for the longest document, all in characters of three bytes. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** What can stand in an address and in every database. */
    private static final Pattern PLACE = Pattern.compile("[\\x21-\\x7e]{1,6000}");

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Outbound outbound;
    private final Clock clock;
    private final String url;
    private final Optional<String> key;
    private final Scope scope;

    public Stadtchronik(Outbound outbound, Clock clock, String url, @Nullable String key, Scope scope) {
        this.outbound = outbound;
        this.clock = clock;
        this.url = url;
        this.key = Optional.ofNullable(key);
        this.scope = scope;
    }

    @Override
    public Pull pull(Optional<String> place) {
        return pull(place, USUAL_LIMIT);
    }

    /** Asks for fewer items if a page is too long. */
    private Pull pull(Optional<String> place, int limit) {
        var query = new HashMap<>(place.map(since -> Map.of("since", since)).orElseGet(scope::filters));
        query.put("limit", String.valueOf(limit));
        var reply = ask("/v1/changes", query);
        if (place.isPresent() && reply.filter(answer -> answer.status() == GONE).isPresent()) {
            return new Pull.Expired();
        }
        var page = reply.flatMap(this::read);
        if (page.isEmpty() && limit > 1) {
            return pull(place, limit / 7);
        }
        return part(
                page.orElseThrow(() -> new OriginFailure(Reason.TOO_LARGE.name(), Optional.empty())),
                reply.map(answer -> answer.body().length()).orElse(0));
    }

    private static Pull.Part part(JsonNode page, int bytes) {
        var next = page.path("next").asText();
        if (!page.path("data").isArray()
                || page.path("data").size() > MOST_ENTRIES
                || !PLACE.matcher(next).matches()) {
            throw new OriginFailure("The answer is no page of a feed.", Optional.empty());
        }
        var entries = new ArrayList<Entry>();
        page.get("data").forEach(entry -> entries.add(entry(entry)));
        var license = Optional.ofNullable(page.path("license").textValue());
        return new Pull.Part(entries, next, page.path("hasMore").asBoolean(), license, bytes);
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

    private static HarvestedItem.Dropped gone(JsonNode raw, UUID id) {
        var successor = raw.path("successor").asText();
        return new HarvestedItem.Dropped(
                id,
                reason(raw.path("reason").asText()),
                HarvestedItemReader.explanation(raw.path("explanation")).orElse(null),
                Slug.isId(successor) ? UUID.fromString(successor) : null);
    }

    /** The reason for which an item is gone; one that only a newer origin knows counts as deleted. */
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
        return ask("/v1/manifest", Map.of("since", place, "data", "none"))
                .filter(reply -> reply.status() != NOT_FOUND && reply.status() != GONE)
                .flatMap(this::read)
                .map(manifest -> new Proof(
                        manifest.path("position").asText(),
                        manifest.path("checksum").asText()));
    }

    /** The answer; empty if it is too long. */
    private Optional<Reply> ask(String path, Map<String, String> query) {
        var address = UriBuilder.fromUri(url.replaceAll("/+$", "") + path);
        query.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        var headers = new HashMap<>(Map.of("Accept", "application/json", "User-Agent", "Stadtchronik"));
        key.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret));
        URI full = address.buildFromMap(query);
        try {
            return Optional.of(outbound.await(new Call("GET", full, headers, Buffer.buffer(), PATIENCE, MOST_BYTES)));
        } catch (OutboundFailure failure) {
            if (failure.reason() == Reason.TOO_LARGE) {
                return Optional.empty();
            }
            throw new OriginFailure(failure.reason().name(), failure);
        }
    }

    private Optional<JsonNode> read(Reply reply) {
        if (reply.status() != OK) {
            var retryAfter = reply.header("Retry-After").flatMap(header -> RetryAfter.read(header, clock.instant()));
            throw new OriginFailure("Status " + reply.status(), retryAfter);
        }
        return ForeignJson.read(reply.body().getBytes());
    }
}
