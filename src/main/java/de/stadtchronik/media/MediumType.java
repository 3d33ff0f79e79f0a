package de.stadtchronik.media;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Media}. */
@Singleton
public final class MediumType implements ResourceType {

    @Override
    public String path() {
        return MediaResource.PATH;
    }

    @Override
    public Class<Media> document() {
        return Media.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Medien", "Media");
    }

    @Override
    public List<String> kinds() {
        return List.of("ILLUSTRATION", "PHOTO", "LOGO", "RECORDING", "PRESENTATION");
    }

    @Override
    public String exampleSlug() {
        return "fruchthalle-zeichnung";
    }
}
