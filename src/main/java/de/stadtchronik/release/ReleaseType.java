package de.stadtchronik.release;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Release}. */
@Singleton
public final class ReleaseType implements ResourceType {

    @Override
    public String path() {
        return ReleaseResource.PATH;
    }

    @Override
    public Class<Release> document() {
        return Release.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Meldungen", "Releases");
    }

    @Override
    public List<String> kinds() {
        return List.of("YEAR_IN_REVIEW", "PRESS_RELEASE", "NEWS", "STATEMENT");
    }

    @Override
    public String defaultSort() {
        return "-publishedAt";
    }

    @Override
    public String exampleSlug() {
        return "ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht";
    }
}
