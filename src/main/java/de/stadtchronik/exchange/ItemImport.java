package de.stadtchronik.content;

import de.stadtchronik.change.Change;
import de.stadtchronik.content.Arrived.Result;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes in items as they were exported, if they are not here like that already. */
record ExportedItems(Workbench bench, Importing importing) {

    /** @throws Problem SLUG_TAKEN, SOURCE_TAKEN */
    void announce(ItemRecord item) {
        if (bench.contents().findByIdOptional(item.id()).isEmpty()) {
            requireFreeNames(item);
            var type = bench.types().named(item.type());
            importing.expect(type, item.id(), null, null);
            if (!importing.dryRun()) {
                keepNew(item, type);
            }
        }
    }

    private void keepNew(ItemRecord item, ResourceType type) {
        var current = item.current();
        var row = current == null ? tombstone(item) : stub(item, current, type);
        row.comesFrom(item.source());
        row.harvestedFrom = item.harvestedFrom();
        bench.contents().persist(row);
        bench.slugs().replace(row, item.slugs());
    }

    private static Content tombstone(ItemRecord item) {
        var row = new Content();
        row.id = item.id();
        row.type = item.type();
        row.slug = item.slug();
        row.createdAt = item.createdAt();
        row.modifiedAt = item.modifiedAt();
        row.isGone(Status.DELETED, item.modifiedAt(), GoneReason.DELETED);
        row.isEmptied();
        return row;
    }

    private Content stub(ItemRecord item, String current, ResourceType type) {
        var tree = DocumentJson.tree(current);
        var document = DocumentJson.document(tree, type.document());
        StrayReferences.takeAllOut(tree, Shape.of(type.document()));
        return new Drafts(bench).emptyRow(new NewItem(type, item.id(), document), tree, item.slug());
    }

    /** @throws Problem SLUG_TAKEN, SOURCE_TAKEN, INVALID_DOCUMENT if it would lose what it refers to */
    Arrived bringIn(ItemRecord item) {
        announce(item);
        var known = bench.rowOfType(item.type(), item.id());
        requireNotErased(known, item);
        requireEnd(item);
        requireNoEmbargo(item);
        var written = known.filter(row -> row.revision > 0);
        if (written.filter(row -> saysTheSame(row, item)).isPresent()) {
            return Arrived.of(Result.UNCHANGED, item.id());
        }
        requireFreeNames(item);
        written.ifPresent(row -> requireSameHand(row, item));
        var shape = Shape.of(bench.types().named(item.type()).document());
        var dangling = new DanglingReferences(item, shape, bench.contents(), importing);
        if (written.isPresent()) {
            bench.rules().refuse(dangling.faults());
        }
        if (!importing.dryRun()) {
            write(known.orElseThrow(), item, dangling);
            importing.wrote(item.id());
        }
        return new Arrived(written.isPresent() ? Result.UPDATED : Result.CREATED, item.id(), dangling.faults());
    }

    /**
     * What is ours stays ours, and a copy a copy of the same.
     *
     * @throws Problem HARVESTED
     */
    private static void requireSameHand(Content row, ItemRecord item) {
        if (!Objects.equals(row.harvestedFrom, item.harvestedFrom())) {
            throw new Problem(
                    ProblemType.HARVESTED,
                    new Words(
                                    "Der Eintrag %s ist hier oder dort eine Kopie, und nicht beide aus derselben Quelle.",
                                    "Item %s is a copy here or there, and not both from the same source.")
                            .with(item.id()));
        }
    }

    /** What was erased since stays erased, whatever an older export says. */
    private static void requireNotErased(Optional<Content> known, ItemRecord item) {
        if (item.goneReason() != GoneReason.ERASED
                && known.filter(row -> row.goneReason == GoneReason.ERASED).isPresent()) {
            throw new Problem(
                    ProblemType.GONE, new Words("Der Eintrag %s ist getilgt.", "Item %s is erased.").with(item.id()));
        }
    }

    /** What is under embargo shows nowhere before its end, whoever says that it is published. */
    private void requireNoEmbargo(ItemRecord item) {
        if (item.published() != null) {
            var type = bench.types().named(item.type());
            var embargo = DocumentJson.document(DocumentJson.tree(item.published()), type.document())
                    .embargo();
            if (embargo != null && embargo.toInstant().isAfter(bench.turn().now())) {
                throw Problem.invalidDocument(List.of(Fault.inBody(
                        "/published/embargoUntil",
                        "under-embargo",
                        new Words("Bis %s gilt die Sperrfrist.", "There is an embargo until %s.").with(embargo))));
            }
        }
    }

    /** Whatever leads on to another has to come to an end. */
    private void requireEnd(ItemRecord item) {
        var seen = new HashSet<UUID>();
        var next = Optional.ofNullable(item.goneReason() == GoneReason.MERGED ? item.successor() : null);
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(item.id())) {
                throw Problem.invalidDocument(List.of(Fault.inBody(
                        "/successor",
                        "circle",
                        new Words(
                                "Der Eintrag ist hier in diesem aufgegangen.",
                                "That item became part of this one here."))));
            }
            next = bench.contents()
                    .whereabouts(next.get())
                    .filter(Whereabouts::merged)
                    .map(Whereabouts::successor);
        }
    }

    private boolean saysTheSame(Content row, ItemRecord item) {
        return ItemRecord.of(row, bench.contents().slugs(row.id)).saysTheSameAs(item);
    }

    private void write(Content row, ItemRecord item, DanglingReferences dangling) {
        var current = item.current();
        if (current == null || dangling.faults().isEmpty()) {
            become(row, item, dangling);
        } else {
            stayDraft(row, item, current, dangling);
        }
    }

    /** Makes a row say what was exported, in one change. */
    private void become(Content row, ItemRecord item, DanglingReferences dangling) {
        var shown = Shown.of(row);
        var replacedKeys = row.published == null ? null : FilterKeys.of(row, bench.contents());
        var isPublic = row.version > 0 || item.version() > 0;
        row.hidden = Boolean.TRUE.equals(item.hidden());
        row.draft = item.draft();
        row.published = item.published();
        row.become(item.status());
        row.version = item.version();
        row.createdAt = item.createdAt();
        row.modifiedAt = item.modifiedAt();
        row.publishAt = item.publishAt();
        row.publishUpdateType = item.publishUpdateType();
        row.publishChangeNote = item.publishChangeNote();
        row.goneAt = item.goneAt();
        // What became part of something that is not there is simply gone.
        var leadsNowhere =
                item.goneReason() == GoneReason.MERGED && !dangling.faults().isEmpty();
        row.goneReason = leadsNowhere ? GoneReason.DELETED : item.goneReason();
        row.explanation = item.explanation();
        row.successor = dangling.faults().isEmpty() ? item.successor() : null;
        bench.slugs().replace(row, item.slugs());
        row.slug = item.slug();
        new Indexing(bench).all(row);
        // What the documents do not say, or no longer.
        row.updateType = item.updateType();
        row.changeNote = item.changeNote();
        row.publishedBy = item.publishedBy();
        row.comesFrom(item.source());
        bench.history().forgetVersionsAbove(row.id, row.status.newestOldVersion(row.version));
        row.revision = Math.max(row.revision, item.revision() - 1);
        if (isPublic) {
            bench.appendPublic(row, operation(item), Set.of(), replacedKeys);
        } else {
            bench.append(row, operation(item), Set.of(), replacedKeys);
        }
        new Indexing(bench).linkWaiting(row);
        bench.tellReferrers(row, shown);
    }

    private static Change.Operation operation(ItemRecord item) {
        return switch (item.status()) {
            case DRAFT -> Change.Operation.CREATE;
            case PUBLISHED -> Change.Operation.PUBLISH;
            case ARCHIVED -> Change.Operation.ARCHIVE;
            case WITHDRAWN -> Change.Operation.WITHDRAW;
            case DELETED ->
                item.goneReason() == GoneReason.MERGED
                        ? Change.Operation.MERGE
                        : item.goneReason() == GoneReason.ERASED ? Change.Operation.ERASE : Change.Operation.DELETE;
        };
    }

    /** Keeps what an item says, without what is not there, so that somebody can see to it. */
    private void stayDraft(Content row, ItemRecord item, String current, DanglingReferences dangling) {
        var tree = DocumentJson.tree(current);
        dangling.takeOut(tree, bench.shape(row));
        row.draft = bench.canonical(row, tree).text();
        row.createdAt = item.createdAt();
        row.modifiedAt = item.modifiedAt();
        new Indexing(bench).all(row);
        row.comesFrom(item.source());
        bench.append(row, Change.Operation.CREATE, Set.of(), null);
    }

    private void requireFreeNames(ItemRecord item) {
        item.slugs().forEach(slug -> bench.slugs().requireFree(item.type(), slug.slug(), item.id()));
        var origin = item.source();
        if (origin != null) {
            bench.contents()
                    .rowBySource(origin.system(), origin.externalId())
                    .filter(owner -> !owner.equals(item.id()))
                    .ifPresent(owner -> {
                        throw Drafts.sourceTaken(origin.system(), origin.externalId());
                    });
        }
    }
}
