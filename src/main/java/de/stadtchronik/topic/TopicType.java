package de.stadtchronik.topic;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Topic}. */
@Singleton
public final class TopicType implements ResourceType {

    @Override
    public String path() {
        return TopicResource.PATH;
    }

    @Override
    public Class<Topic> document() {
        return Topic.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Themen", "Topics");
    }

    @Override
    public List<String> kinds() {
        return List.of("SUBJECT", "TECHNOLOGY", "FORMAT");
    }

    @Override
    public String exampleSlug() {
        return "smart-city";
    }

    @Override
    public List<String> findableBy() {
        return List.of("topic", "topic.all");
    }
}
