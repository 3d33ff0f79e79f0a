package de.stadtchronik;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;

/** Reads lists as a client does. Queries are sent as they stand, so that they have to be percent-encoded. */
final class Lists {

    private Lists() {}

    /** Any answer. */
    static ValidatableResponse ask(String path) {
        return given().urlEncodingEnabled(false).get(path).then();
    }

    /** The answer to a question that has to be answered. */
    static JsonPath read(String path) {
        return ask(path).statusCode(200).extract().jsonPath();
    }

    /** The slugs on the first page. */
    static List<String> slugs(String path) {
        return read(path).getList("data.slug");
    }

    /** The ids on all pages, following {@code page.next}. */
    static List<String> allIds(String path) {
        var ids = new ArrayList<String>();
        var page = read(path);
        ids.addAll(page.getList("data.id"));
        while (page.get("page.next") != null) {
            page = read(path + "&cursor=" + page.getString("page.next"));
            ids.addAll(page.getList("data.id"));
            if (ids.size() > 10_000) {
                throw new AssertionError("the pages of " + path + " have no end");
            }
        }
        return ids;
    }
}
