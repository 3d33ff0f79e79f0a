package de.stadtchronik.series;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link EventSeries}. */
@Singleton
public final class EventSeriesType implements ResourceType {

    @Override
    public String path() {
        return EventSeriesResource.PATH;
    }

    @Override
    public Class<EventSeries> document() {
        return EventSeries.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Veranstaltungsreihen", "Event series");
    }

    @Override
    public List<String> kinds() {
        return List.of("LIVESTREAM", "NETWORK_MEETING", "FESTIVAL", "COURSE");
    }

    @Override
    public String exampleSlug() {
        return "kulturlivestreams";
    }

    @Override
    public List<String> findableBy() {
        return List.of("series");
    }
}
