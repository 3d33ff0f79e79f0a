package de.stadtchronik.editing;

import de.stadtchronik.content.DocumentJson;
import de.stadtchronik.content.Links;
import de.stadtchronik.content.Mention;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The answer to an erasure: which items still speak of whom it was about, so that somebody can look after them. */
final class Erasure {

    private Erasure() {}

    static String json(UUID id, List<Mention> mentions, Links links) {
        var mentionedIn = mentions.stream()
                .map(mention -> Map.of(
                        "id", mention.id(),
                        "type", mention.type(),
                        "url", links.item(mention.type(), mention.id()),
                        "places", mention.places()))
                .toList();
        return DocumentJson.write(Map.of("id", id, "mentionedIn", mentionedIn));
    }
}
