package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Somebody who keeps a copy and knows only what the API says: pull, keep what is there, drop what is gone. */
final class Partner {

    static final String CHANGES = "/v1/changes";

    private final String filter;
    private final TreeMap<String, Map<String, Object>> copy = new TreeMap<>();
    private @Nullable String next;

    /** @param filter as a query, such as {@code topic=kultur}; empty for everything */
    Partner(String filter) {
        this.filter = filter;
    }

    /** Pulls by pages until there is no more, and says what came. */
    List<String> pulls(int limit) {
        var came = new ArrayList<String>();
        var last = 0L;
        var more = true;
        while (more) {
            var page = page(limit).statusCode(200).extract().jsonPath();
            for (var change : page.<Map<String, Object>>getList("data")) {
                var seq = ((Number) change.get("seq")).longValue();
                assertTrue(seq > last, "the order goes back");
                last = seq;
                came.add(take(change));
            }
            next = page.getString("next");
            more = page.getBoolean("hasMore");
        }
        return came;
    }

    List<String> pulls() {
        return pulls(100);
    }

    private String take(Map<String, Object> change) {
        var id = (String) change.get("id");
        if (change.get("op").equals("DELETE")) {
            copy.remove(id);
            return "DELETE " + change.get("reason") + " " + change.get("type");
        }
        @SuppressWarnings("unchecked")
        var item = (Map<String, Object>) change.get("item");
        assertEquals(id, item.get("id"));
        copy.put(id, item);
        return "UPSERT " + item.get("version") + " " + item.getOrDefault("slug", item.get("type"));
    }

    ValidatableResponse page(int limit) {
        var query = new StringBuilder("?limit=" + limit);
        if (!filter.isEmpty()) {
            query.append('&').append(filter);
        }
        if (next != null) {
            query.append("&since=").append(next);
        }
        return given().urlEncodingEnabled(false).get(CHANGES + query).then();
    }

    @Nullable
    String next() {
        return next;
    }

    void goesBackTo(@Nullable String earlier) {
        next = earlier;
    }

    Map<String, Map<String, Object>> copy() {
        return copy;
    }

    /** The copy is what the service itself says there is. */
    void isComplete() {
        var manifest = manifest("since=" + next);
        assertEquals(next, manifest.getString("position"));
        assertEquals(checksum(), manifest.getString("checksum"));
        assertEquals(copy.size(), manifest.getInt("count"));
        for (var item : copy.values()) {
            Map<String, Object> now = given().get(
                            URI.create((String) item.get("url")).getPath() + "?lang=*")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getMap("");
            assertEquals(now, item);
        }
    }

    static JsonPath manifest(String query) {
        return given().urlEncodingEnabled(false)
                .get("/v1/manifest?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String checksum() {
        var lines = new StringBuilder();
        copy.forEach((id, item) ->
                lines.append(id).append(' ').append(item.get("version")).append('\n'));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
