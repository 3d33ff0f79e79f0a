package de.stadtchronik.writing;

import de.stadtchronik.change.Change;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.content.IdempotentResponse;
import de.stadtchronik.content.Mention;
import de.stadtchronik.content.Version;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.Reference;
import de.stadtchronik.document.ReferenceRewrite;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.LocalizedText;
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

    /** For how long a client may repeat a request with the same {@code Idempotency-Key}. */
    private static final Duration RESPONSES_KEPT = Duration.ofDays(7);

    private final WriteContext context;
    private final WrittenItems items;
    private final Drafts drafts;
    private final Publishing publishing;
    private final Retirement retirement;

    Writing(WriteContext context, ChangeLog log) {
        this.context = context;
        this.items = new WrittenItems(context, log);
        this.drafts = new Drafts(context);
        this.publishing = new Publishing(context);
        this.retirement = new Retirement(context);
    }

    /** For other ways in, such as imports: what they need to write in this turn. */
    public WriteContext context() {
        return context;
    }

    /** The items as they are in this turn. */
    public WrittenItems items() {
        return items;
    }

    /** Whether nothing was ever stored. */
    public boolean isFirst() {
        return context.contents().isEmpty();
    }

    /** The moment of the turn: all that happens in it happens now. */
    public Instant now() {
        return context.turn().now();
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
     * Replaces the draft. Does nothing if that changes nothing.
     *
     * @throws Problem INVALID_DOCUMENT, SLUG_TAKEN, SOURCE_TAKEN, ITEM_ARCHIVED, ITEM_SCHEDULED, NOT_FOUND, GONE,
     *     HARVESTED, as from all that follows, if it is a copy
     */
    public void save(UUID id, Document document) {
        save(id, document, null);
    }

    /**
     * Replaces the draft with a document that was examined before.
     *
     * @param faults what is known to be wrong with it
     */
    public void save(UUID id, Document document, @Nullable List<Violation> faults) {
        var row = context.ownRow(id);
        drafts.save(row, new NewItem(context.type(row), id, document, faults), Change.Operation.SAVE);
    }

    /**
     * Makes the draft public, or, before the end of its embargo, schedules that. Does nothing if the public would see no
     * difference.
     *
     * @throws Problem INVALID_DOCUMENT if something is missing that only publication needs, such as a public publisher;
     *     SLUG_TAKEN, SOURCE_TAKEN, ITEM_ARCHIVED, NOT_FOUND, GONE
     */
    public void publish(UUID id, PublicationNote note) {
        var row = context.ownRow(id);
        publishing.publish(row, note);
        publishing.requirePublicPublisher(row);
    }

    /** Makes the draft public without a note, and maybe before its publisher, in the same turn. */
    public void publish(UUID id) {
        publishing.publish(context.ownRow(id), PublicationNote.NONE);
    }

    /**
     * Freezes the draft and has it published at a moment.
     *
     * @throws Problem INVALID_DOCUMENT if that is no moment to come, lies before the end of the embargo, or something is
     *     missing that publication needs; ITEM_ARCHIVED, NOT_FOUND, GONE
     */
    public void schedule(UUID id, Instant at, PublicationNote note) {
        var row = context.ownRow(id);
        publishing.schedule(row, at, note);
        publishing.requirePublicPublisher(row);
    }

    /** Frees a scheduled draft. Does nothing if it is not scheduled. */
    public void cancelSchedule(UUID id) {
        publishing.cancelSchedule(context.ownRow(id));
    }

    /**
     * Takes an item back from the public; editors keep it as a draft.
     *
     * @param successor where to look instead
     * @throws Problem NOT_PUBLIC, INVALID_DOCUMENT, NOT_FOUND, GONE
     */
    public void withdraw(UUID id, GoneReason reason, @Nullable LocalizedText explanation, Optional<UUID> successor) {
        retirement.withdraw(context.ownRow(id), reason, explanation, successor);
    }

    /**
     * Leaves an item to the public for good, with a notice, and never lets it change again.
     *
     * @throws Problem NOT_PUBLIC, UNPUBLISHED_DRAFT, ITEM_ARCHIVED, ITEM_SCHEDULED, NOT_FOUND, GONE
     */
    public void archive(UUID id, @Nullable LocalizedText notice) {
        retirement.archive(context.ownRow(id), notice);
    }

    /**
     * Makes an earlier version the draft, without references to what is gone since, and with the survivor of what was
     * merged.
     *
     * @throws Problem NOT_FOUND, ITEM_ARCHIVED, ITEM_SCHEDULED, SLUG_TAKEN, SOURCE_TAKEN, GONE
     */
    public void restore(UUID id, int version) {
        var row = context.ownRow(id);
        var stored = context.history()
                .version(row, version)
                .map(Version::document)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new BilingualText("Es gibt keine Fassung %d.", "There is no version %d.").with(version)));
        var tree = DocumentJson.tree(stored);
        DocumentTree.ofStored(tree, context.shape(row), true).references().stream()
                .map(Reference::target)
                .forEach(
                        target -> new ReferenceRewrite(target, context.headers().survivor(target))
                                .apply(tree, context.shape(row)));
        var document = DocumentJson.document(tree, context.type(row).document());
        // It may be older than some rules for editors.
        var faults = context.rules().breaches(document);
        drafts.save(row, new NewItem(context.type(row), id, document, faults), Change.Operation.RESTORE);
    }

    /**
     * Deletes an item with its draft and its versions; what remains is that it was there.
     *
     * @param detach whether to take it out of whatever refers to it and is not archived, rather than refuse
     * @throws Problem STILL_REFERRED_TO with the list of those, INVALID_DOCUMENT, NOT_FOUND, GONE
     */
    public void delete(UUID id, boolean detach) {
        retirement.delete(context.ownRow(id), detach);
    }

    /**
     * Makes an item part of another of its type: what refers to it refers to the other from now on, and its id and slugs
     * lead there.
     *
     * @throws Problem INVALID_DOCUMENT, NOT_FOUND, GONE
     */
    public void merge(UUID id, UUID into) {
        retirement.merge(context.ownRow(id), context.ownRow(into));
    }

    /**
     * Deletes an item so that nothing shows whom it was about, and takes it out of whatever refers to it, old versions
     * included. Also for an item that was deleted before.
     *
     * @return the items whose own words still contain a name of it
     * @throws Problem NOT_FOUND
     */
    public List<Mention> erase(UUID id) {
        var row = context.anyRow(id);
        WriteContext.requireOwn(row);
        return retirement.erase(row);
    }

    /**
     * Has the public not see a copy, whatever its origin does with it, or see it again. Does nothing if that is so already.
     *
     * @throws Problem NOT_A_COPY, NOT_FOUND, GONE
     */
    public void hide(UUID id, boolean hidden) {
        retirement.hide(context.row(id), hidden);
    }

    /** Publishes and withdraws what is due by now. What cannot be published any more is left as a draft. */
    void doWhatIsDue() {
        context.contents().due(now(), DUE_AT_ONCE).forEach(this::doWhatIsDue);
        context.history().forgetResponsesBefore(now().minus(RESPONSES_KEPT));
    }

    /** Publishes or withdraws one item, if it is due. */
    void doWhatIsDueOf(UUID id) {
        doWhatIsDue(context.anyRow(id));
    }

    private void doWhatIsDue(Content row) {
        if (row.publishAt != null && !row.publishAt.isAfter(now())) {
            publishing.publishDue(row);
        }
        if (row.expiresAt != null && !row.expiresAt.isAfter(now())) {
            retirement.withdraw(row, GoneReason.EXPIRED, null, Optional.empty());
        }
    }

    /** The response to an earlier request with the same {@code Idempotency-Key}, if there was one. */
    public Optional<IdempotentResponse> response(String key) {
        return context.history().response(context.turn().actor().name(), key);
    }

    /** Keeps a response, in case it gets lost on the way and the client repeats the request. */
    public void keep(String key, IdempotentResponse response) {
        context.history().keep(context.turn().actor().name(), key, response, now());
    }
}
