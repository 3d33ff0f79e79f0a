package de.stadtchronik.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.content.KnownSlug;
import de.stadtchronik.content.Status;
import de.stadtchronik.content.UpdateType;
import de.stadtchronik.vocabulary.Ref;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is exported: everything that is needed to have the same again elsewhere, and nothing that follows from
 * the rest. The order of the properties is that of the export.
 *
 * @param record {@code item}, so that a line says what it is
 * @param slugs all slugs that lead to it, in their order
 * @param source where it came from, also of an item that became part of another
 * @param harvestedFrom the name of the source of which it is a copy; only what comes from there changes it
 * @param hidden true if the public is not to see that copy
 * @param draft JSON, empty while it equals what is published
 * @param published JSON, as the public sees it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"record", "id", "type", "slug", "slugs", "status", "revision", "version"})
record ItemRecord(
        String record,
        UUID id,
        String type,
        String slug,
        List<KnownSlug.Name> slugs,
        Status status,
        int revision,
        int version,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable Instant publishAt,
        @Nullable UpdateType publishUpdateType,
        @JsonRawValue @Nullable String publishChangeNote,
        @Nullable UpdateType updateType,
        @JsonRawValue @Nullable String changeNote,
        @Nullable String publishedBy,
        @Nullable Instant goneAt,
        @Nullable GoneReason goneReason,
        @JsonRawValue @Nullable String explanation,
        @Nullable UUID successor,
        Ref.@Nullable SourceKey source,
        @Nullable String harvestedFrom,
        @Nullable Boolean hidden,
        @JsonRawValue @Nullable String draft,
        @JsonRawValue @Nullable String published) {

    static final String RECORD = "item";

    /** What a row would be exported as, at a revision, and if it led to a successor. */
    static ItemRecord of(Content row, List<KnownSlug> slugs, int revision, @Nullable UUID successor) {
        return new ItemRecord(
                RECORD,
                row.id,
                row.type,
                row.slug,
                KnownSlug.Name.inOrder(slugs.stream()
                        .map(known -> new KnownSlug.Name(known.key.slug(), known.everPublic))
                        .toList()),
                row.status,
                revision,
                row.version,
                row.createdAt,
                row.modifiedAt,
                row.publishAt,
                row.publishUpdateType,
                row.publishChangeNote,
                row.updateType,
                row.changeNote,
                row.publishedBy,
                row.goneAt,
                row.goneReason,
                row.explanation,
                successor,
                Ref.SourceKey.of(row.sourceSystem, row.sourceExternalId),
                row.harvestedFrom,
                row.hidden ? true : null,
                row.draft,
                row.published);
    }

    /** The document that editors see; none if the item is gone. */
    @Nullable
    String current() {
        return draft == null ? published : draft;
    }
}
