package de.stadtchronik.writing;

import de.stadtchronik.change.Change;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.ContentVersion;
import de.stadtchronik.content.FilterKeys;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.content.Mention;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Reference;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.LocalizedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways in which the public stops seeing an item, or seeing it change. */
public record Retirement(WriteContext context) {

    private static final int MOST_REFERRERS = 100;

    /** Takes an item back from the public. What was published becomes the draft, unless there is a newer one. */
    void withdraw(Content row, GoneReason reason, @Nullable LocalizedText explanation, Optional<UUID> successor) {
        var published = row.published;
        if (published == null) {
            throw notPublic();
        }
        var shown = Visibility.of(row);
        var replacedKeys = FilterKeys.of(row, context.contents());
        var draftReferences = row.draft == null ? context.references(row, published, false) : Set.<Reference>of();
        context.history().keep(ContentVersion.of(row, published));
        row.draft = row.current();
        row.isGone(Status.WITHDRAWN, context.turn().now(), reason);
        row.references.addAll(draftReferences);
        row.explanation = stored(explanation);
        row.successor = successor.map(id -> successor(row, id)).orElse(null);
        context.appendPublic(row, Change.Operation.WITHDRAW, Set.of(), replacedKeys);
        context.tellReferrers(row, shown);
    }

    /** Leaves an item to the public for good, with a notice, and never lets it change again. */
    void archive(Content row, @Nullable LocalizedText notice) {
        Drafts.requireOpen(row);
        var published = row.published;
        if (published == null) {
            throw notPublic();
        }
        if (row.hasUnpublishedChanges(context.shape(row))) {
            throw new Problem(
                    ProblemType.UNPUBLISHED_DRAFT,
                    new BilingualText(
                            "Es gibt einen neueren Entwurf. Bitte erst veröffentlichen, oder mit …/restore verwerfen.",
                            "There is a newer draft. Please publish it first, or discard it by …/restore."));
        }
        row.become(Status.ARCHIVED);
        row.explanation = stored(notice);
        row.expiresAt = null;
        context.appendPublic(row, Change.Operation.ARCHIVE, Set.of(), FilterKeys.of(row, context.contents()));
    }

    /**
     * Deletes an item with its draft and its versions; what remains is that it was there.
     *
     * @param detach whether to take it out of whatever refers to it, rather than refuse
     * @throws Problem STILL_REFERRED_TO
     */
    void delete(Content row, boolean detach) {
        var referrers = context.contents().referrers(row.id);
        if (!referrers.isEmpty() && !detach) {
            throw stillReferredTo(
                    row,
                    referrers,
                    new BilingualText(
                            "%d Einträge verweisen noch darauf. detach=true nimmt den Verweis dort heraus.",
                            "%d items still refer to it. detach=true takes the reference out of them."));
        }
        var needing = new ReferenceRemoval(context).takeOut(row, referrers);
        if (!needing.isEmpty()) {
            throw stillReferredTo(
                    row,
                    needing,
                    new BilingualText(
                            "%d veröffentlichte Einträge brauchen ihn; dort gehört erst etwas anderes hin.",
                            "%d published items need it; something else has to take its place there first."));
        }
        context.contents().mergedInto(row.id).forEach(merged -> merged.comesFrom(null));
        context.slugs().releasePrivate(row);
        vanish(row, GoneReason.DELETED, Change.Operation.DELETE, null);
    }

    /** Makes an item part of another: whatever led to it leads there from now on. */
    void merge(Content row, Content into) {
        if (row.id.equals(into.id) || !row.type.equals(into.type)) {
            throw Problem.invalidDocument(List.of(Violation.inBody(
                    "/into",
                    "not-another",
                    new BilingualText(
                            "Das muss ein anderer Eintrag derselben Art sein.",
                            "Has to be another item of the same type."))));
        }
        if (new Hierarchy(context).isBelow(into, row)) {
            throw Problem.invalidDocument(List.of(Violation.inBody(
                    "/into",
                    "circle",
                    new BilingualText(
                            "Der Eintrag steht unter diesem und stünde dann unter sich selbst.",
                            "The item stands below this one, and would stand below itself then."))));
        }
        if (row.version > 0 && !into.visible) {
            throw Problem.invalidDocument(List.of(Violation.inBody(
                    "/into",
                    "not-public",
                    new BilingualText(
                            "Links führten dann ins Leere: Der Eintrag ist nicht öffentlich.",
                            "Links would lead nowhere: the item is not public."))));
        }
        new ReferenceRemoval(context).putInPlace(row, into);
        context.contents().mergedInto(row.id).forEach(merged -> merged.successor = into.id);
        var system = row.sourceSystem;
        var externalId = row.sourceExternalId;
        vanish(row, GoneReason.MERGED, Change.Operation.MERGE, into.id);
        // A client that sends it again from that source means the survivor.
        row.sourceSystem = system;
        row.sourceExternalId = externalId;
    }

    /**
     * Deletes an item so that nothing shows whom it was about, and takes it out of whatever refers to it, old versions
     * included.
     *
     * @return the items whose own words still contain a name of it
     */
    List<Mention> erase(Content row) {
        var names = names(row);
        // What had become part of it was about the same.
        context.contents().mergedInto(row.id).forEach(this::leaveNoTrace);
        leaveNoTrace(row);
        context.contents().flush();
        context.history().emptyResponsesNaming(names);
        return context.history().mentions(names);
    }

    /** Deletes an item, gives its slugs away, and takes it out of all that was ever written here. */
    public void leaveNoTrace(Content row) {
        new ReferenceRemoval(context).takeOutEverywhere(row);
        context.slugs().release(row);
        vanish(row, GoneReason.ERASED, Change.Operation.ERASE, null);
    }

    private Set<String> names(Content row) {
        return context.history().documents(row).stream()
                .flatMap(stored -> context.document(row, stored).names())
                .flatMap(name -> Stream.of(name, LocalizedText.composed(name)))
                .collect(Collectors.toSet());
    }

    /**
     * Deletes an item with its draft and its versions, no matter what refers to it.
     *
     * @param successor where to look instead
     */
    public void vanish(Content row, GoneReason reason, Change.Operation operation, @Nullable UUID successor) {
        var wasPublic = row.version > 0;
        var shown = Visibility.of(row);
        var replacedKeys = row.published == null ? null : FilterKeys.of(row, context.contents());
        context.history().forgetVersionsAbove(row.id, 0);
        context.history().emptyResponses(row.id);
        row.isGone(Status.DELETED, context.turn().now(), reason);
        row.isEmptied();
        row.explanation = null;
        row.successor = successor;
        if (wasPublic) {
            context.appendPublic(row, operation, Set.of(), replacedKeys);
        } else {
            context.append(row, operation, Set.of(), replacedKeys);
        }
        context.tellReferrers(row, shown);
    }

    private UUID successor(Content row, UUID id) {
        var successor = context.contents().findByIdOptional(id);
        if (id.equals(row.id) || successor.isEmpty() || successor.get().status == Status.DELETED) {
            throw Problem.invalidDocument(List.of(Violation.inBody(
                    "/successor",
                    "unknown-reference",
                    new BilingualText(
                            "Das muss ein anderer Eintrag sein, den es gibt.",
                            "Has to be another item that exists."))));
        }
        return id;
    }

    private Problem stillReferredTo(Content row, List<Content> referrers, BilingualText detail) {
        var shown = referrers.stream()
                .limit(MOST_REFERRERS)
                .map(referrer -> Referrer.of(referrer, row.id, context.types()).shown(context.links()))
                .toList();
        return new Problem(ProblemType.STILL_REFERRED_TO, detail.with(referrers.size())).with("referrers", shown);
    }

    private static @Nullable String stored(@Nullable LocalizedText text) {
        return text == null ? null : DocumentJson.write(text);
    }

    private static Problem notPublic() {
        return new Problem(
                ProblemType.NOT_PUBLIC,
                new BilingualText("Der Eintrag ist nicht veröffentlicht.", "The item is not published."));
    }

    /** @throws Problem NOT_A_COPY */
    void hide(Content row, boolean hidden) {
        if (!row.isCopy()) {
            throw new Problem(
                    ProblemType.NOT_A_COPY,
                    new BilingualText(
                            "Der Eintrag ist unser eigener; zurückziehen geht mit …/withdraw.",
                            "The item is one of our own; …/withdraw takes it back."));
        }
        if (row.hidden != hidden) {
            var shown = Visibility.of(row);
            row.hidden = hidden;
            row.become(row.status);
            context.append(row, hidden ? Change.Operation.HIDE : Change.Operation.UNHIDE, Set.of(), null);
            context.tellReferrers(row, shown);
        }
    }
}
