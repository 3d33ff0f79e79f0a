package de.stadtchronik.notice;

import de.stadtchronik.document.Document;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Notice}. */
@Singleton
@IfBuildProperty(name = "test.notices", stringValue = "true")
public final class NoticeType implements ResourceType {

    @Override
    public String path() {
        return "notices";
    }

    @Override
    public Class<? extends Document> document() {
        return Notice.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Bekanntmachungen", "Notices");
    }

    @Override
    public List<String> kinds() {
        return List.of("ROADWORKS", "ELECTION");
    }

    @Override
    public String defaultSort() {
        return "temporal";
    }

    @Override
    public String exampleSlug() {
        return "sperrung";
    }
}
