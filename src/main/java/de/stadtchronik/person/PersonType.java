package de.stadtchronik.person;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Person}. */
@Singleton
public final class PersonType implements ResourceType {

    @Override
    public String path() {
        return PersonResource.PATH;
    }

    @Override
    public Class<Person> document() {
        return Person.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Personen", "People");
    }

    @Override
    public List<String> kinds() {
        return List.of("OFFICE_HOLDER", "EXECUTIVE", "EXPERT");
    }

    @Override
    public String exampleSlug() {
        return "dirk-andres";
    }

    @Override
    public List<String> findableBy() {
        return List.of("person", "person.not");
    }
}
