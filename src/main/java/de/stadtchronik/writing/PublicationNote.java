package de.stadtchronik.writing;

import de.stadtchronik.content.UpdateType;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What is noted with a published version.
 *
 * @param updateType what it means for readers
 * @param changeNote why there is a new version, for readers
 */
public record PublicationNote(
        @Nullable UpdateType updateType, @Nullable LocalizedText changeNote) {

    public static final PublicationNote NONE = new PublicationNote(null, null);

    @Nullable
    String stored() {
        return changeNote == null ? null : DocumentJson.write(changeNote);
    }
}
