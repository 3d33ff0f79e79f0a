package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People of public function: sorted by family name, and no role without its date. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PersonStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void peopleAreSortedByTheirFamilyNames() {
        city.publishes(
                "people", "{'slug': 'z', 'name': 'Prof. Anna Zimmer', 'givenName': 'Anna', 'familyName': 'Zimmer'}");
        city.publishes(
                "people", "{'slug': 'm2', 'name': 'Dr. Zoe Müller', 'givenName': 'Zoe', 'familyName': 'Müller'}");
        city.publishes("people", "{'slug': 'm1', 'name': 'Adam Müller', 'givenName': 'Adam', 'familyName': 'Müller'}");
        city.publishes("people", "{'slug': 'k', 'name': 'Künstlername'}");

        assertEquals(List.of("k", "m1", "m2", "z"), Lists.slugs("/v1/people"));
        assertEquals(List.of("z", "m2", "m1", "k"), Lists.slugs("/v1/people?sort=-title"));
    }

    @Test
    void aNameIsNoTranslation() {
        city.publishes("people", "{'slug': 'a', 'name': 'Dr. Ada Beispiel', 'honorificPrefix': 'Dr.'}");
        city.publishes("projects", "{'slug': 'p', 'title': {'de': 'P', 'en': 'P'}, 'mentions': ['people/a']}");

        Lists.ask("/v1/people/a?lang=en")
                .body("name", equalTo("Dr. Ada Beispiel"))
                .body("honorificPrefix", equalTo("Dr."))
                .body("availableLanguages", contains("de"))
                .body("containsKey('fallback')", equalTo(false));
        Lists.ask("/v1/projects/p?lang=en").body("mentions.title", contains("Dr. Ada Beispiel"));
    }

    @Test
    void aRoleSaysWhenItWasHeld() {
        var id = city.publishes(
                "people",
                "{'slug': 'a', 'name': 'A', 'roles': [{'title': {'de': 'Leiterin', 'en': 'Head'},"
                        + " 'organisation': 'organisations/stadt', 'asOf': '2020'}]}");

        Lists.ask("/v1/people/a?lang=en")
                .body("roles.size()", equalTo(1))
                .body("roles[0].title", equalTo("Head"))
                .body("roles[0].organisation.title", equalTo("City"))
                .body("roles[0].asOf", equalTo("2020"))
                .body("roles[0].containsKey('validUntil')", equalTo(false));
        assertEquals(List.of("a"), Lists.slugs("/v1/people?organisation=stadt&sort=-createdAt"));
        assertEquals(
                Map.of("/roles/0/asOf", "undated"),
                Faults.of(() -> city.drafts("people", "{'name': 'B', 'roles': [{'title': {'de': 'Leiter'}}]}")));
        assertEquals(
                Map.of("/name", "not-blank", "/reviewAfter", "edtf-text"),
                Faults.of(() -> city.drafts("people", "{'name': ' ', 'reviewAfter': 'bald'}")));
        Lists.ask("/v1/people/" + id).body("version", equalTo(1));
    }
}
