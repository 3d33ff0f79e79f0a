package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.text.LocalizedText;
import java.util.Optional;

/** A text that others wrote, if it is as one of ours has to be. */
public final class ForeignText {

    private ForeignText() {}

    /** Reads a language map; empty if it is none, is not in German, or is longer than it may be. */
    public static Optional<LocalizedText> read(JsonNode given, int most) {
        return Optional.of(given)
                .filter(map -> map instanceof ObjectNode texts && LineProperties.allTextual(texts))
                .map(DocumentJson::text)
                .filter(text -> text.isWritten(most));
    }
}
