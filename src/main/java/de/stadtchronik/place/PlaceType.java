package de.stadtchronik.place;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Place}. */
@Singleton
public final class PlaceType implements ResourceType {

    @Override
    public String path() {
        return PlaceResource.PATH;
    }

    @Override
    public Class<Place> document() {
        return Place.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Orte", "Places");
    }

    @Override
    public List<String> kinds() {
        return List.of("VENUE", "DISTRICT", "ADDRESS", "SITE", "MUNICIPALITY", "STATE");
    }

    @Override
    public String exampleSlug() {
        return "fruchthalle";
    }

    @Override
    public List<String> findableBy() {
        return List.of("place");
    }
}
