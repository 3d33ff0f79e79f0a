package de.stadtchronik;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests with a key. */
final class Keys {

    private Keys() {}

    /** A request with the key that tests are configured with. */
    static RequestSpecification admin() {
        return with(TestDatabase.ADMIN_KEY);
    }

    /** A request with any key. */
    static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    /** Asks for a key; the JSON may use single quotes. */
    static ValidatableResponse create(String document) {
        return admin().contentType("application/json")
                .body(document.replace('\'', '"'))
                .post("/v1/admin/keys")
                .then();
    }

    /** A new key with that role, named after it. */
    static String of(String role) {
        return of(role, "a-" + role);
    }

    /** A new key with that role and name. */
    static String of(String role, String name) {
        return create("{'name': '" + name + "', 'role': '" + role + "'}")
                .statusCode(201)
                .extract()
                .path("key");
    }
}
