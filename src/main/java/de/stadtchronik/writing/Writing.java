package de.stadtchronik.content;

import de.stadtchronik.change.Change;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.text.Words;
import de.stadtchronik.vocabulary.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a writer can do in its turn. All of it becomes visible together, or none. */
public final class Writing {

    /** Enough for the busiest moment, few enough for one turn. */
    private static final int DUE_AT_ONCE = 100;

    /** For how long a write may be asked for again with the same key. */
    private static final Duration LONGEST_REPEAT = Duration.ofDays(7);

    private final Workbench bench;
    private final ChangeLog log;
    private final Drafts drafts;
    private final Publishing publishing;
    private final Removal removal;

    Writing(Workbench bench, ChangeLog log) {
        this.bench = bench;
        this.log = log;
        this.drafts = new Drafts(bench);
        this.publishing = new Publishing(bench);
        this.removal = new Removal(bench);
    }

    /** Whether nothing was ever stored. */
    public boolean isFirst() {
        return bench.contents().count() == 0;
    }

    /** The moment of the turn: all that happens in it happens now. */
    public Instant now() {
        return bench.turn().now();
    }

    /**
     * Creates drafts, which may refer to each other in any order.
     *
     * @throws Problem INVALID_DOCUMENT, SLUG_TAKEN, SOURCE_TAKEN
     */
    public void create(List<NewItem> items) {
        drafts.create(items);
    }

    /**
     * Insists that nobody has written to an item since.
     *
     * @throws Problem STALE_REVISION with what changed, NOT_FOUND
     */
    public void requireRevision(UUID id, int revision) {
        var row = bench.anyRow(id);
        if (row.revision != revision) {
            throw StaleRevision.problem(row, log.since(id, revision));
        }
    }

    /**
     * Replaces the draft. Does nothing if that changes nothing.
     *
     * @throws Problem INVALID_DOCUMENT, SLUG_TAKEN, SOURCE_TAKEN, ITEM_ARCHIVED, ITEM_SCHEDULED, NOT_FOUND, GONE,
     *     HARVESTED, as from all that follows, if it is a copy
     */
    public void save(UUID id, Document document) {
        save(id, document, null);
    }

    /**
     * The same for a document that somebody has examined.
     *
     * @param faults what is known to be wrong with it
     */
    public void save(UUID id, Document document, @Nullable List<Fault> faults) {
        var row = bench.ownRow(id);
        drafts.save(row, new NewItem(bench.type(row), id, document, faults), Change.Operation.SAVE);
    }

    /**
     * Makes the draft public, or, before the end of its embargo, schedules that. Does nothing if the public would see no
     * difference.
     *
     * @throws Problem INVALID_DOCUMENT if something is missing that only publication needs, SLUG_TAKEN, SOURCE_TAKEN,
     *     ITEM_ARCHIVED, NOT_FOUND, GONE
     */
    public void publish(UUID id, PublicationNote note) {
        publishing.publish(bench.ownRow(id), note);
    }

    /** The same without a note. */
    public void publish(UUID id) {
        publish(id, PublicationNote.NONE);
    }

    /**
     * Freezes the draft and has it published at a moment.
     *
     * @throws Problem INVALID_DOCUMENT if that is no moment to come, lies before the end of the embargo, or something is
     *     missing that publication needs; ITEM_ARCHIVED, NOT_FOUND, GONE
     */
    public void schedule(UUID id, Instant at, PublicationNote note) {
        publishing.schedule(bench.ownRow(id), at, note);
    }

    /** Frees a scheduled draft. Does nothing if it is not scheduled. */
    public void cancelSchedule(UUID id) {
        publishing.cancelSchedule(bench.ownRow(id));
    }

    /**
     * Takes an item back from the public; editors keep it as a draft.
     *
     * @param successor where to look instead
     * @throws Problem NOT_PUBLIC, INVALID_DOCUMENT, NOT_FOUND, GONE
     */
    public void withdraw(UUID id, GoneReason reason, @Nullable LocalizedText explanation, Optional<UUID> successor) {
        removal.withdraw(bench.ownRow(id), reason, explanation, successor);
    }

    /**
     * Leaves an item to the public for good, with a notice, and never lets it change again.
     *
     * @throws Problem NOT_PUBLIC, UNPUBLISHED_DRAFT, ITEM_ARCHIVED, ITEM_SCHEDULED, NOT_FOUND, GONE
     */
    public void archive(UUID id, @Nullable LocalizedText notice) {
        removal.archive(bench.ownRow(id), notice);
    }

    /**
     * Makes an earlier version the draft, without references to what is gone since, and with the survivor of what was
     * merged.
     *
     * @throws Problem NOT_FOUND, ITEM_ARCHIVED, ITEM_SCHEDULED, SLUG_TAKEN, SOURCE_TAKEN, GONE
     */
    public void restore(UUID id, int version) {
        var row = bench.ownRow(id);
        var stored = bench.history()
                .version(row, version)
                .map(Version::document)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new Words("Es gibt keine Fassung %d.", "There is no version %d.").with(version)));
        var tree = DocumentJson.tree(stored);
        DocumentTree.ofStored(tree, bench.shape(row), true).references().stream()
                .map(Reference::target)
                .forEach(target ->
                        new ReferenceRewrite(target, bench.contents().survivor(target)).apply(tree, bench.shape(row)));
        var document = DocumentJson.document(tree, bench.type(row).document());
        drafts.save(row, new NewItem(bench.type(row), id, document), Change.Operation.RESTORE);
    }

    /**
     * Deletes an item with its draft and its versions; what remains is that it was there.
     *
     * @param detach whether to take it out of whatever refers to it and is not archived, rather than refuse
     * @throws Problem STILL_REFERRED_TO with the list of those, INVALID_DOCUMENT, NOT_FOUND, GONE
     */
    public void delete(UUID id, boolean detach) {
        removal.delete(bench.ownRow(id), detach);
    }

    /**
     * Makes an item part of another of its type: what refers to it refers to the other from now on, and its id and slugs
     * lead there.
     *
     * @throws Problem INVALID_DOCUMENT, NOT_FOUND, GONE
     */
    public void merge(UUID id, UUID into) {
        removal.merge(bench.ownRow(id), bench.ownRow(into));
    }

    /**
     * Deletes an item so that nothing shows whom it was about, and takes it out of whatever refers to it, old versions
     * included. Also for an item that was deleted before.
     *
     * @return the items whose own words still contain a name of it
     * @throws Problem NOT_FOUND
     */
    public List<Mention> erase(UUID id) {
        var row = bench.anyRow(id);
        Workbench.requireOwn(row);
        return removal.erase(row);
    }

    /**
     * Does what origins say of their items, to copies that only they change.
     *
     * @param source the name under which the origin is known here
     * @return those that were set aside, because what has their id is none of that source
     */
    public List<Copy.SetAside> takeOver(String source, List<Copy> copies) {
        return new TakingOver(bench, source).all(copies);
    }

    /** Removes copies that the origin took back; what is none of that source stays. */
    public void drop(String source, List<Copy.Dropped> dropped) {
        new TakingOver(bench, source).drop(dropped);
    }

    /**
     * Has the public not see a copy, whatever its origin does with it, or see it again. Does nothing if that is so already.
     *
     * @throws Problem NOT_A_COPY, NOT_FOUND, GONE
     */
    public void hide(UUID id, boolean hidden) {
        new TakingOver(bench, "").hide(bench.row(id), hidden);
    }

    /** Publishes and withdraws what is due by now. What cannot be published any more is left as a draft. */
    void doWhatIsDue() {
        bench.contents().due(now(), DUE_AT_ONCE).forEach(this::doWhatIsDue);
        bench.history().forgetAcknowledgementsBefore(now().minus(LONGEST_REPEAT));
    }

    /** The same for one item. */
    void doWhatIsDueOf(UUID id) {
        doWhatIsDue(bench.anyRow(id));
    }

    private void doWhatIsDue(Content row) {
        if (row.publishAt != null && !row.publishAt.isAfter(now())) {
            publishing.publishDue(row);
        }
        if (row.expiresAt != null && !row.expiresAt.isAfter(now())) {
            removal.withdraw(row, GoneReason.EXPIRED, null, Optional.empty());
        }
    }

    /** The item that a reference means, if it exists. */
    public Optional<UUID> find(Ref reference) {
        return new ReferenceResolver(bench.contents(), bench.types()).find(reference);
    }

    /**
     * The item that came from a source, if there is one.
     *
     * @throws Problem SOURCE_TAKEN if it became part of another, which came from elsewhere and must not be overwritten
     */
    public Optional<UUID> findBySource(String system, String externalId) {
        return bench.itemBySource(system, externalId);
    }

    /**
     * Insists that an item is of a type.
     *
     * @throws Problem SOURCE_TAKEN if it is of another
     */
    public void requireType(UUID id, ResourceType type) {
        if (!bench.row(id).type.equals(type.name())) {
            throw new Problem(
                    ProblemType.SOURCE_TAKEN,
                    new Words(
                            "Aus dieser Quelle stammt schon ein Eintrag anderer Art.",
                            "An item of another type is from this source already."));
        }
    }

    /**
     * The first of two passes of an import: makes an item known, so that others may refer to it before it is written.
     *
     * @throws Problem SLUG_TAKEN, SOURCE_TAKEN, INVALID_DOCUMENT
     */
    public void announce(Arrival arrival, Importing importing) {
        new Arrivals(bench, importing).announce(arrival);
    }

    /**
     * The second pass: writes what a line says, if that is not what is here already.
     *
     * @throws Problem whatever the line is refused for
     */
    public Arrived bringIn(Arrival arrival, Importing importing) {
        return new Arrivals(bench, importing).bringIn(arrival);
    }

    /** Forgets what a line of an import made known, unless it was written. */
    public void forgetUnwritten(Arrival arrival) {
        new Unwritten(bench).forget(arrival);
    }

    /** Forgets some of what is left of imports that broke off. */
    void forgetUnwritten() {
        new Unwritten(bench).forgetSome();
    }

    /**
     * The revision of an item.
     *
     * @throws Problem NOT_FOUND
     */
    public int revision(UUID id) {
        return bench.anyRow(id).revision;
    }

    /**
     * What would have to change if an item went, or became part of another. What is archived never changes.
     *
     * @throws Problem NOT_FOUND
     */
    public List<Referrer> referrers(UUID id) {
        var row = bench.anyRow(id);
        return bench.contents().referrers(row.id).stream()
                .filter(Detaching::mayChange)
                .map(referrer -> Referrer.of(referrer, row.id, bench.types()))
                .toList();
    }

    /** Whether it takes an editor to decide on an item: the public saw it, or will. */
    public boolean isEditorial(UUID id) {
        var row = bench.anyRow(id);
        return row.version > 0 || row.scheduled();
    }

    /**
     * Insists that an item is still there.
     *
     * @throws Problem NOT_FOUND, GONE
     */
    public void requireThere(UUID id) {
        bench.row(id);
    }

    /** What editors see of an item. */
    public DraftView view(UUID id) {
        return DraftView.of(bench.anyRow(id), bench.types(), bench.links());
    }

    /** The answer that was given when a write was asked for before, if it was. */
    public Optional<Acknowledgement> acknowledged(String key) {
        return bench.history().acknowledgement(bench.turn().actor().name(), key);
    }

    /** Keeps an answer, in case it gets lost on the way and the write is asked for again. */
    public void acknowledge(String key, Acknowledgement answer) {
        bench.history().keep(bench.turn().actor().name(), key, answer, now());
    }
}
