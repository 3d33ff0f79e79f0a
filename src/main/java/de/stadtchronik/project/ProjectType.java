package de.stadtchronik.project;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Project}. */
@Singleton
public final class ProjectType implements ResourceType {

    @Override
    public String path() {
        return ProjectResource.PATH;
    }

    @Override
    public Class<Project> document() {
        return Project.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Projekte", "Projects");
    }

    @Override
    public List<String> kinds() {
        return List.of("PROJECT", "PROGRAMME", "MEASURE", "SERVICE", "CAMPAIGN");
    }

    @Override
    public String exampleSlug() {
        return "wlan-fuer-schulen";
    }

    @Override
    public List<String> findableBy() {
        return List.of("project");
    }
}
