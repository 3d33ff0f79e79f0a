package de.stadtchronik;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;

/** What administrators read is asked for again, and changed, by its entity tag. */
final class States {

    private static final String OTHER = "\"anderes\"";

    private States() {}

    /** That of something that changes by what this test does alone, and ends with it. */
    static void areHeeded(String address, String patch) {
        var tag = Keys.admin()
                .get(address)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[\\w-]{22}\""))
                .extract()
                .header("ETag");
        send("GET", address, "", "If-None-Match", tag)
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyString());
        send("GET", address, "", "If-None-Match", OTHER).statusCode(200).header("ETag", tag);
        if (!patch.isEmpty()) {
            isRefused("PATCH", address, patch, tag);
            var changed = send("PATCH", address, patch, "If-Match", OTHER + ", " + tag)
                    .statusCode(200)
                    .header("ETag", not(tag))
                    .extract()
                    .header("ETag");
            send("PATCH", address, patch, "If-Match", tag).statusCode(412);
            tag = changed;
        }
        isRefused("DELETE", address, "", tag);
        send("DELETE", address, "", "If-Match", tag).statusCode(204);
    }

    private static void isRefused(String method, String address, String body, String tag) {
        send(method, address, body, "If-Match", OTHER)
                .statusCode(412)
                .body("type", endsWith("/problems/stale-revision"))
                .body("detail", equalTo("If-Match does not name the current state; its ETag is " + tag + "."));
        send(method, address, body, "If-None-Match", "*")
                .statusCode(412)
                .body("type", endsWith("/problems/unfit-precondition"))
                .body("detail", equalTo("If-None-Match excludes what there is here; its ETag is " + tag + "."));
    }

    private static ValidatableResponse send(String method, String address, String body, String header, String tags) {
        var request = Keys.admin().header("Accept-Language", "en").header(header, tags);
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(body))
                .request(method, address)
                .then();
    }
}
