package de.stadtchronik;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The desk of somebody who writes, over HTTP. The JSON may use single quotes. */
record Desk(String key) {

    /** The desk of whoever has the key that tests are configured with. */
    static final Desk ADMIN = new Desk(TestDatabase.ADMIN_KEY);

    /** What every item needs to be published. */
    static final String PUBLISHER = "'publisher': 'organisations/stadt'";

    /** A document with a German title and a publisher. */
    static String titled(String title) {
        return titled(title, "");
    }

    static String titled(String title, String more) {
        return "{'title': {'de': '" + title + "'}, " + PUBLISHER + more + "}";
    }

    RequestSpecification request() {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + key);
    }

    ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    ValidatableResponse post(String path, String body) {
        return send("POST", path, body);
    }

    ValidatableResponse send(String method, String path, String body) {
        return json(body).request(method, path).then();
    }

    /** A request with a body, and no revision. */
    RequestSpecification json(String body) {
        return request().contentType("application/json").body(body.replace('\'', '"'));
    }

    /** A write on the revision that the item has right now. */
    ValidatableResponse on(String item, String method, String action, String body) {
        return at(revision(item), method, item + action, body);
    }

    /** A write on a revision. */
    ValidatableResponse at(int revision, String method, String path, String body) {
        var request = body.isEmpty() ? request() : json(body);
        return request.header("If-Match", "\"r" + revision + "\"")
                .request(method, path)
                .then();
    }

    int revision(String item) {
        return get(item + "?view=draft").statusCode(200).extract().path("revision");
    }

    /** Creates a draft and says where it is: its path by id. */
    String drafts(String collection, String document) {
        var id = post(collection, document).statusCode(201).extract().<String>path("id");
        return collection + "/" + id;
    }

    /** Creates and publishes. */
    String publishes(String collection, String document) {
        var item = drafts(collection, document);
        publishes(item);
        return item;
    }

    ValidatableResponse publishes(String item) {
        return on(item, "POST", "/publish", "{}").statusCode(200);
    }

    /** Tries to publish, whatever comes of it. */
    ValidatableResponse publishAgain(String item) {
        return on(item, "POST", "/publish", "{}");
    }

    /** Changes the draft by a merge patch. */
    ValidatableResponse changes(String item, String patch) {
        return on(item, "PATCH", "", patch).statusCode(200);
    }
}
