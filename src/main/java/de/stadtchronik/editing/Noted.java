package de.stadtchronik.editing;

import de.stadtchronik.content.PublicationNote;
import de.stadtchronik.content.UpdateType;
import de.stadtchronik.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A request that says what is to be noted with the version it publishes. */
interface Noted {

    @Nullable
    UpdateType updateType();

    @Nullable
    LocalizedText changeNote();

    default PublicationNote note() {
        return new PublicationNote(updateType(), changeNote());
    }
}
