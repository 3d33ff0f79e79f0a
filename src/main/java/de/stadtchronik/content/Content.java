package de.stadtchronik.content;

import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.PublicProjection;
import de.stadtchronik.document.Reference;
import de.stadtchronik.document.Shape;
import de.stadtchronik.text.GermanOrder;
import de.stadtchronik.time.Bounds;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.time.Never;
import de.stadtchronik.vocabulary.Ref;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The row of an item: what the system knows of it, beside the draft and the published document as JSON. Columns exist
 * for what identifies, filters, sorts or joins; they speak of the published document, and of the draft only as long as
 * nothing is published.
 */
@Entity
@DynamicUpdate // a place in the feed may have been given to the row behind the back of the one in memory
@SuppressWarnings("NullAway.Init") // the store fills a new row, Hibernate a loaded one
public class Content {

    @Id
    public UUID id;

    @Column(nullable = false)
    public String type;

    @Nullable
    String kind;

    @Column(nullable = false)
    public String slug;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Status status;

    /**
     * Whether the public sees it; follows from the status, and from whether it is hidden; as a column because every public
     * query leads with it.
     */
    @Column(nullable = false)
    public boolean visible;

    /** Counts writes of every kind that changed something. */
    @Column(nullable = false)
    public int revision;

    /** Counts publications that changed something. */
    @Column(nullable = false)
    public int version;

    @Column(nullable = false)
    public Instant createdAt;

    /** When the published document last changed. */
    @Column(nullable = false)
    public Instant modifiedAt;

    /** The position of the last public change in the change log; 0 before the first. */
    @Column(nullable = false)
    public long seq;

    /** When that change happened; absent before the first. */
    @Nullable
    public Instant changedAt;

    /** The name of the source that it was harvested from; absent for what is our own. */
    @Nullable
    public String harvestedFrom;

    /** Whether an editor does not want the public to see it here, though its origin shows it: of copies only. */
    @Column(nullable = false)
    public boolean hidden;

    /** What editors work on; empty while it equals the published document. */
    @Nullable
    public String draft;

    /** What the public sees, already without anything it may not see. */
    @Nullable
    public String published;

    /** The label as a language map in JSON, so that references can be shown without reading documents. */
    @Column(nullable = false)
    public String label;

    @Column(nullable = false)
    String titleKey;

    /** The tags of all languages in which the document has a text, sorted, with commas between. */
    @Column(nullable = false)
    public String languages;

    @Column(nullable = false)
    boolean highlight;

    @Nullable
    public String sourceSystem;

    @Nullable
    public String sourceExternalId;

    @Column(nullable = false)
    Instant publishedAscending;

    @Column(nullable = false)
    Instant publishedDescending;

    @Column(nullable = false)
    LocalDate startEarliest;

    /** {@code startEarliest} with an absent time last in descending order. */
    @Column(nullable = false)
    LocalDate startDescending;

    @Column(nullable = false)
    LocalDate endLatest;

    @Column(nullable = false)
    LocalDate begunBy;

    @Column(nullable = false)
    LocalDate lastedUntil;

    /** 0 for a day to 3 for a year, -1 for no time: of two that may begin on the same day the better known comes first. */
    @Column(nullable = false)
    int coarseness;

    /** When the draft is to be published; until then it is frozen. */
    @Nullable
    public Instant publishAt;

    /** With what that publication is to be noted. */
    @Enumerated(EnumType.STRING)
    @Nullable
    public UpdateType publishUpdateType;

    @Nullable
    public String publishChangeNote;

    /** When the published document is to be withdrawn. */
    @Nullable
    public Instant expiresAt;

    /** How the published version was noted: what it changed for readers, why, and who published it. */
    @Enumerated(EnumType.STRING)
    @Nullable
    public UpdateType updateType;

    @Nullable
    public String changeNote;

    @Nullable
    public String publishedBy;

    /** Since when the public sees it no more. */
    @Nullable
    public Instant goneAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    public GoneReason goneReason;

    /** Why it was withdrawn, or with what notice it was archived, as a language map in JSON. */
    @Nullable
    public String explanation;

    /** Where to look instead. */
    @Nullable
    public UUID successor;

    @ElementCollection
    @CollectionTable(name = "reference", joinColumns = @JoinColumn(name = "owner"))
    public Set<Reference> references = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "term", joinColumns = @JoinColumn(name = "owner"))
    public Set<Term> terms = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "figure", joinColumns = @JoinColumn(name = "owner"))
    public Set<Figure> figures = new HashSet<>();

    /** What a copy refers to, and is not here. */
    @ElementCollection
    @CollectionTable(name = "missing_reference", joinColumns = @JoinColumn(name = "owner"))
    @Column(name = "target", nullable = false)
    public Set<UUID> missing = new HashSet<>();

    public void become(Status status) {
        this.status = status;
        this.visible = status.visible() && !hidden;
    }

    /** Whether it is more than a placeholder for what an import is still to bring. */
    public boolean isHere() {
        return revision > 0;
    }

    /** Whether another instance has the original, and alone changes it. */
    public boolean isCopy() {
        return harvestedFrom != null;
    }

    /** What editors work on, or the published document where that is the same. */
    public String current() {
        var stored = draft == null ? published : draft;
        if (stored == null) {
            throw new IllegalStateException("item " + id + " has neither draft nor published document");
        }
        return stored;
    }

    /** Whether it is to be published at a moment to come. */
    public boolean scheduled() {
        return publishAt != null;
    }

    public void isNotScheduled() {
        publishAt = null;
        publishUpdateType = null;
        publishChangeNote = null;
    }

    /** The public sees it no more. */
    public void isGone(Status status, Instant at, GoneReason reason) {
        become(status);
        goneAt = at;
        goneReason = reason;
        published = null;
        expiresAt = null;
        isNotScheduled();
        terms.clear();
        figures.clear();
        missing.clear();
        references.removeIf(Reference::published);
    }

    public void isBack() {
        goneAt = null;
        goneReason = null;
        explanation = null;
        successor = null;
    }

    /** Keeps nothing of what it said, only that it was there. */
    public void isEmptied() {
        draft = null;
        kind = null;
        label = "{}";
        titleKey = "";
        languages = "";
        highlight = false;
        sourceSystem = null;
        sourceExternalId = null;
        publishedAscending = Never.ASCENDING;
        publishedDescending = Never.DESCENDING;
        updateType = null;
        changeNote = null;
        publishedBy = null;
        references.clear();
        neverHappened();
    }

    /** Whether editors have something that the public has not seen, other than what it is never to see. */
    public boolean hasUnpublishedChanges(Shape shape) {
        return published == null
                || (draft != null
                        && !DocumentJson.write(PublicProjection.of(DocumentJson.tree(draft), shape))
                                .equals(published));
    }

    /** It has that key in another system, or none. */
    public void comesFrom(Ref.@Nullable SourceKey origin) {
        sourceSystem = origin == null ? null : origin.system();
        sourceExternalId = origin == null ? null : origin.externalId();
    }

    /** Takes over from the document what lists are filtered and sorted by. */
    public void index(Document document, String label, ZoneId city) {
        var metadata = document.metadata();
        this.label = label;
        kind = metadata.kind();
        var expiry = document.expiry(city);
        // Only the origin of a copy takes it back.
        expiresAt = expiry == null || !visible || isCopy() ? null : expiry.toInstant();
        titleKey = GermanOrder.key(document.sortName());
        highlight = Boolean.TRUE.equals(metadata.highlight());
        var source = metadata.source();
        sourceSystem = source == null ? null : source.system();
        sourceExternalId = source == null ? null : source.externalId();
        var published = metadata.publishedAt();
        publishedAscending = published == null ? Never.ASCENDING : published.toInstant();
        publishedDescending = published == null ? Never.DESCENDING : published.toInstant();
        document.time(city)
                .ifPresentOrElse(
                        time -> happened(time, document.certainTime(city).orElse(time)), this::neverHappened);
    }

    /** What {@link #index} makes for lists to be narrowed by, to be compared; the order of titles is nothing to tell partners. */
    public List<Object> indexed() {
        return List.of(
                highlight,
                publishedAscending,
                publishedDescending,
                startEarliest,
                startDescending,
                endLatest,
                begunBy,
                lastedUntil,
                coarseness);
    }

    private void happened(Edtf time, Edtf certain) {
        var bounds = time.bounds();
        startEarliest = bounds.startEarliest();
        startDescending = bounds.startEarliest();
        endLatest = bounds.endLatest();
        begunBy = certain.begunBy();
        lastedUntil = certain.lastedUntil();
        coarseness = time.precision().rank();
    }

    /**
     * An empty stretch of time: it starts after all and ends before all, so that no window ever meets it; and it is finer
     * than all, so that in descending order it comes last even of what is open to the past.
     */
    private void neverHappened() {
        startEarliest = Bounds.DISTANT_FUTURE;
        startDescending = Bounds.DISTANT_PAST;
        endLatest = Bounds.DISTANT_PAST;
        begunBy = Bounds.DISTANT_FUTURE;
        lastedUntil = Bounds.DISTANT_PAST;
        coarseness = -1;
    }
}
