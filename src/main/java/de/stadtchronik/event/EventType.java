package de.stadtchronik.event;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.BilingualText;
import jakarta.inject.Singleton;
import java.util.List;

/** The type of {@link Event}. */
@Singleton
public final class EventType implements ResourceType {

    @Override
    public String path() {
        return EventResource.PATH;
    }

    @Override
    public Class<Event> document() {
        return Event.class;
    }

    @Override
    public BilingualText plural() {
        return new BilingualText("Ereignisse", "Events");
    }

    @Override
    public List<String> kinds() {
        return List.of("LIVESTREAM", "NETWORK_MEETING", "CIVIC_MEETING", "CONGRESS", "CAMPAIGN", "MILESTONE");
    }

    @Override
    public String defaultSort() {
        return "temporal";
    }

    @Override
    public String exampleSlug() {
        return "kommunalkongress-rheinland-pfalz-2020";
    }
}
