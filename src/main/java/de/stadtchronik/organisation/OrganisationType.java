package de.stadtchronik.organisation;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Organisation}. */
@Singleton
public final class OrganisationType implements ResourceType {

    @Override
    public String path() {
        return OrganisationResource.PATH;
    }

    @Override
    public Class<Organisation> document() {
        return Organisation.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Organisationen", "Organisations");
    }

    @Override
    public List<String> kinds() {
        return List.of(
                "MUNICIPALITY",
                "ADMINISTRATION",
                "DEPARTMENT",
                "COMPANY",
                "BRAND",
                "INSTITUTE",
                "LAB",
                "MINISTRY",
                "NETWORK",
                "ASSOCIATION",
                "INITIATIVE",
                "COLLECTIVE");
    }

    @Override
    public String exampleSlug() {
        return "ikone-ds";
    }

    @Override
    public List<String> findableBy() {
        return List.of("organisation", "organisation.not");
    }
}
