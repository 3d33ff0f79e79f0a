package de.stadtchronik.faq;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Faq}. */
@Singleton
public final class FaqType implements ResourceType {

    @Override
    public String path() {
        return FaqResource.PATH;
    }

    @Override
    public Class<Faq> document() {
        return Faq.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Fragen und Antworten", "Questions and answers");
    }

    @Override
    public List<String> kinds() {
        return List.of("INFORMATION", "SERVICE");
    }

    @Override
    public String exampleSlug() {
        return "corona-faq";
    }
}
