package de.stadtchronik.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Comparator;
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
        List<NamedBy> slugs,
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
        @Nullable Origin source,
        @Nullable String harvestedFrom,
        @Nullable Boolean hidden,
        @JsonRawValue @Nullable String draft,
        @JsonRawValue @Nullable String published) {

    static final String RECORD = "item";

    /** A slug that leads to an item, and whether links to it may be out in the world. */
    record NamedBy(String slug, boolean everPublic) {

        static List<NamedBy> inOrder(List<NamedBy> slugs) {
            return slugs.stream().sorted(Comparator.comparing(NamedBy::slug)).toList();
        }
    }

    /** The key of an item in another system. */
    record Origin(String system, String externalId) {

        static @Nullable Origin of(@Nullable String system, @Nullable String externalId) {
            return system == null || externalId == null ? null : new Origin(system, externalId);
        }
    }

    /** What a row would be exported as. */
    static ItemRecord of(Content row, List<KnownSlug> slugs) {
        return new ItemRecord(
                RECORD,
                row.id,
                row.type,
                row.slug,
                NamedBy.inOrder(slugs.stream()
                        .map(known -> new NamedBy(known.key.slug(), known.everPublic))
                        .toList()),
                row.status,
                row.revision,
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
                row.successor,
                Origin.of(row.sourceSystem, row.sourceExternalId),
                row.harvestedFrom,
                row.hidden ? true : null,
                row.draft,
                row.published);
    }

    /** Whether both say the same of the item, however often it was written to. */
    boolean saysTheSameAs(ItemRecord other) {
        return atRevision(0).equals(other.atRevision(0));
    }

    /** The document that editors see; none if the item is gone. */
    @Nullable
    String current() {
        return draft == null ? published : draft;
    }

    private ItemRecord atRevision(int number) {
        return new ItemRecord(
                record,
                id,
                type,
                slug,
                slugs,
                status,
                number,
                version,
                createdAt,
                modifiedAt,
                publishAt,
                publishUpdateType,
                publishChangeNote,
                updateType,
                changeNote,
                publishedBy,
                goneAt,
                goneReason,
                explanation,
                successor,
                source,
                harvestedFrom,
                hidden,
                draft,
                published);
    }
}
