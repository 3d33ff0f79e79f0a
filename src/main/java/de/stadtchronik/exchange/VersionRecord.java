package de.stadtchronik.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import de.stadtchronik.content.ContentVersion;
import de.stadtchronik.content.UpdateType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An old version of an item as it is exported, on a line of its own after that of the item: so no line grows with time.
 *
 * @param record {@code version}, so that a line says what it is
 * @param document JSON, as the public saw it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"record", "id", "version"})
record VersionRecord(
        String record,
        UUID id,
        int version,
        Instant modifiedAt,
        @Nullable UpdateType updateType,
        @JsonRawValue @Nullable String changeNote,
        @Nullable String publishedBy,
        @JsonRawValue String document) {

    static final String RECORD = "version";

    /** What a kept version would be exported as. */
    static VersionRecord of(ContentVersion kept) {
        return new VersionRecord(
                RECORD,
                kept.key.itemId(),
                kept.key.version(),
                kept.modifiedAt,
                kept.updateType,
                kept.changeNote,
                kept.publishedBy,
                kept.document);
    }

    /** This version with another document. */
    VersionRecord saying(String other) {
        return new VersionRecord(record, id, version, modifiedAt, updateType, changeNote, publishedBy, other);
    }

    /** Makes a kept version say the same. */
    void putInto(ContentVersion kept) {
        kept.key = new ContentVersion.Key(id, version);
        kept.document = document;
        kept.modifiedAt = modifiedAt;
        kept.updateType = updateType;
        kept.changeNote = changeNote;
        kept.publishedBy = publishedBy;
    }
}
