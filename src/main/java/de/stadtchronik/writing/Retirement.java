package de.stadtchronik.content;

import de.stadtchronik.change.Change;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways in which the public stops seeing an item, or seeing it change. */
record Removal(Workbench bench) {

    private static final int MOST_REFERRERS = 100;

    /** Takes an item back from the public. What was published becomes the draft, unless there is a newer one. */
    void withdraw(Content row, GoneReason reason, @Nullable LocalizedText explanation, Optional<UUID> successor) {
        var published = row.published;
        if (published == null) {
            throw notPublic();
        }
        var shown = Shown.of(row);
        var replacedKeys = FilterKeys.of(row, bench.contents());
        var draftReferences = row.draft == null ? bench.references(row, published, false) : Set.<Reference>of();
        bench.history().keep(ContentVersion.of(row, published));
        row.draft = row.current();
        row.isGone(Status.WITHDRAWN, bench.turn().now(), reason);
        row.references.addAll(draftReferences);
        row.explanation = stored(explanation);
        row.successor = successor.map(id -> successor(row, id)).orElse(null);
        bench.appendPublic(row, Change.Operation.WITHDRAW, Set.of(), replacedKeys);
        bench.tellReferrers(row, shown);
    }

    /** Leaves an item to the public for good, with a notice, and never lets it change again. */
    void archive(Content row, @Nullable LocalizedText notice) {
        Drafts.requireOpen(row);
        var published = row.published;
        if (published == null) {
            throw notPublic();
        }
        if (PublicProjection.differs(row, bench.shape(row))) {
            throw new Problem(
                    ProblemType.UNPUBLISHED_DRAFT,
                    new Words(
                            "Es gibt einen neueren Entwurf. Bitte erst veröffentlichen, oder mit …/restore verwerfen.",
                            "There is a newer draft. Please publish it first, or discard it by …/restore."));
        }
        row.become(Status.ARCHIVED);
        row.explanation = stored(notice);
        row.expiresAt = null;
        bench.appendPublic(row, Change.Operation.ARCHIVE, Set.of(), FilterKeys.of(row, bench.contents()));
    }

    /**
     * Deletes an item with its draft and its versions; what remains is that it was there.
     *
     * @param detach whether to take it out of whatever refers to it, rather than refuse
     * @throws Problem STILL_REFERRED_TO
     */
    void delete(Content row, boolean detach) {
        var referrers = bench.contents().referrers(row.id);
        if (!referrers.isEmpty() && !detach) {
            throw stillReferredTo(
                    row,
                    referrers,
                    new Words(
                            "%d Einträge verweisen noch darauf. detach=true nimmt den Verweis dort heraus.",
                            "%d items still refer to it. detach=true takes the reference out of them."));
        }
        var needing = new Detaching(bench).takeOut(row, referrers);
        if (!needing.isEmpty()) {
            throw stillReferredTo(
                    row,
                    needing,
                    new Words(
                            "%d veröffentlichte Einträge brauchen ihn; dort gehört erst etwas anderes hin.",
                            "%d published items need it; something else has to take its place there first."));
        }
        bench.contents().mergedInto(row.id).forEach(merged -> merged.comesFrom(null));
        bench.slugs().releasePrivate(row);
        vanish(row, GoneReason.DELETED, Change.Operation.DELETE);
        row.explanation = null;
        row.successor = null;
    }

    /** Makes an item part of another: whatever led to it leads there from now on. */
    void merge(Content row, Content into) {
        if (row.id.equals(into.id) || !row.type.equals(into.type)) {
            throw Problem.invalidDocument(List.of(Fault.inBody(
                    "/into",
                    "not-another",
                    new Words(
                            "Das muss ein anderer Eintrag derselben Art sein.",
                            "Has to be another item of the same type."))));
        }
        if (new Hierarchy(bench).isBelow(into, row)) {
            throw Problem.invalidDocument(List.of(Fault.inBody(
                    "/into",
                    "circle",
                    new Words(
                            "Der Eintrag steht unter diesem und stünde dann unter sich selbst.",
                            "The item stands below this one, and would stand below itself then."))));
        }
        if (row.version > 0 && !into.visible) {
            throw Problem.invalidDocument(List.of(Fault.inBody(
                    "/into",
                    "not-public",
                    new Words(
                            "Links führten dann ins Leere: Der Eintrag ist nicht öffentlich.",
                            "Links would lead nowhere: the item is not public."))));
        }
        new Detaching(bench).putInPlace(row, into);
        bench.contents().mergedInto(row.id).forEach(merged -> merged.successor = into.id);
        var system = row.sourceSystem;
        var externalId = row.sourceExternalId;
        vanish(row, GoneReason.MERGED, Change.Operation.MERGE);
        // Whoever brings it again from there means the survivor.
        row.sourceSystem = system;
        row.sourceExternalId = externalId;
        row.explanation = null;
        row.successor = into.id;
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
        bench.contents().mergedInto(row.id).forEach(this::leaveNoTrace);
        leaveNoTrace(row);
        bench.contents().flush();
        bench.history().emptyAcknowledgementsNaming(names);
        return bench.history().mentions(names);
    }

    /** Deletes an item, gives its slugs away, and takes it out of all that was ever written here. */
    void leaveNoTrace(Content row) {
        new Detaching(bench).takeOutEverywhere(row);
        bench.slugs().release(row);
        vanish(row, GoneReason.ERASED, Change.Operation.ERASE);
        row.explanation = null;
        row.successor = null;
    }

    private Set<String> names(Content row) {
        return bench.history().documents(row).stream()
                .flatMap(stored -> bench.document(row, stored).names())
                .flatMap(name -> Stream.of(name, LocalizedText.composed(name)))
                .collect(Collectors.toSet());
    }

    /** Deletes an item with its draft and its versions, whoever may refer to it. */
    void vanish(Content row, GoneReason reason, Change.Operation operation) {
        var wasPublic = row.version > 0;
        var shown = Shown.of(row);
        var replacedKeys = row.published == null ? null : FilterKeys.of(row, bench.contents());
        bench.history().forgetVersions(row.id);
        bench.history().emptyAcknowledgements(row.id);
        row.isGone(Status.DELETED, bench.turn().now(), reason);
        row.isEmptied();
        if (wasPublic) {
            bench.appendPublic(row, operation, Set.of(), replacedKeys);
        } else {
            bench.append(row, operation, Set.of(), replacedKeys);
        }
        bench.tellReferrers(row, shown);
    }

    private UUID successor(Content row, UUID id) {
        var successor = bench.contents().findByIdOptional(id);
        if (id.equals(row.id) || successor.isEmpty() || successor.get().status == Status.DELETED) {
            throw Problem.invalidDocument(List.of(Fault.inBody(
                    "/successor",
                    "unknown-reference",
                    new Words(
                            "Das muss ein anderer Eintrag sein, den es gibt.",
                            "Has to be another item that exists."))));
        }
        return id;
    }

    private Problem stillReferredTo(Content row, List<Content> referrers, Words detail) {
        var shown = referrers.stream()
                .limit(MOST_REFERRERS)
                .map(referrer -> Referrer.of(referrer, row.id, bench.types()).shown(bench.links()))
                .toList();
        return new Problem(ProblemType.STILL_REFERRED_TO, detail.with(referrers.size())).with("referrers", shown);
    }

    private static @Nullable String stored(@Nullable LocalizedText text) {
        return text == null ? null : DocumentJson.write(text);
    }

    private static Problem notPublic() {
        return new Problem(
                ProblemType.NOT_PUBLIC,
                new Words("Der Eintrag ist nicht veröffentlicht.", "The item is not published."));
    }
}
