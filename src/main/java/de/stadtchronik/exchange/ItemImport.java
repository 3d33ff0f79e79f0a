package de.stadtchronik.exchange;

import de.stadtchronik.change.Change;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.FilterKeys;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.content.ItemHeader;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Shape;
import de.stadtchronik.exchange.ImportResult.Result;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.writing.Drafts;
import de.stadtchronik.writing.Indexing;
import de.stadtchronik.writing.Placeholders;
import de.stadtchronik.writing.Visibility;
import de.stadtchronik.writing.WriteContext;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in items as they were exported, if they are not here like that already. */
record ItemImport(WriteContext context, Importing importing) {

    /** @throws Problem SLUG_TAKEN, SOURCE_TAKEN */
    void expect(ItemRecord item) {
        if (known(item).isEmpty()) {
            requireFreeNames(item);
            importing.expect(context.types().named(item.type()), item.id(), null, null);
        }
    }

    private Optional<Content> known(ItemRecord item) {
        return context.rowOfType(item.type(), item.id()).filter(Content::isHere);
    }

    /** @throws Problem SLUG_TAKEN, SOURCE_TAKEN, INVALID_DOCUMENT if it would lose what it refers to */
    ImportResult bringIn(ItemRecord item) {
        expect(item);
        var known = known(item);
        requireNotErased(known, item);
        requireEnd(item);
        requireNoEmbargo(item);
        if (known.filter(row -> saysTheSame(row, item)).isPresent()) {
            return ImportResult.of(Result.UNCHANGED, item.id());
        }
        requireFreeNames(item);
        known.ifPresent(row -> requireSameHand(row, item));
        var shape = Shape.of(context.types().named(item.type()).document());
        var dangling = new DanglingReferences(item, shape, context, importing);
        if (known.isPresent()) {
            context.rules().refuse(dangling.faults());
        }
        if (!importing.dryRun()) {
            write(known.orElseGet(() -> begun(item)), item, dangling);
            importing.wrote(item.id());
        }
        return new ImportResult(known.isPresent() ? Result.UPDATED : Result.CREATED, item.id(), dangling.faults());
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
                    new BilingualText(
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
                    ProblemType.GONE,
                    new BilingualText("Der Eintrag %s ist getilgt.", "Item %s is erased.").with(item.id()));
        }
    }

    /** What is under embargo shows nowhere before its end, even if the line says that it is published. */
    private void requireNoEmbargo(ItemRecord item) {
        if (item.published() != null) {
            var type = context.types().named(item.type());
            var embargo = DocumentJson.document(DocumentJson.tree(item.published()), type.document())
                    .embargo(context.settings().timeZone());
            if (embargo != null && embargo.toInstant().isAfter(context.turn().now())) {
                throw Problem.invalidDocument(List.of(Violation.inBody(
                        "/published/embargoUntil",
                        "under-embargo",
                        new BilingualText("Bis %s gilt die Sperrfrist.", "There is an embargo until %s.")
                                .with(embargo))));
            }
        }
    }

    /** Whatever leads on to another has to come to an end. */
    private void requireEnd(ItemRecord item) {
        var seen = new HashSet<UUID>();
        var next = Optional.ofNullable(item.goneReason() == GoneReason.MERGED ? item.successor() : null);
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(item.id())) {
                throw Problem.invalidDocument(List.of(Violation.inBody(
                        "/successor",
                        "circle",
                        new BilingualText(
                                "Der Eintrag ist hier in diesem aufgegangen.",
                                "That item became part of this one here."))));
            }
            next = context.headers().find(next.get()).filter(ItemHeader::merged).map(ItemHeader::successor);
        }
    }

    private boolean saysTheSame(Content row, ItemRecord item) {
        // However often it was written to, here and there, and whatever became of its successor here.
        var successor = Objects.equals(row.successor, successor(item)) ? item.successor() : row.successor;
        return ItemRecord.of(row, context.slugs().of(row.id), item.revision(), successor)
                .equals(item);
    }

    /** Where an item leads: what was merged into something that became part of another here, belongs to that. */
    private @Nullable UUID successor(ItemRecord item) {
        var successor = item.successor();
        return successor == null || item.goneReason() != GoneReason.MERGED
                ? successor
                : context.headers().mergedInto(successor);
    }

    /** The row of an item that is new here. */
    private Content begun(ItemRecord item) {
        var row = context.contents()
                .findByIdOptional(item.id())
                .orElseGet(() -> new Placeholders(context).keep(item.type(), item.id()));
        row.harvestedFrom = item.harvestedFrom();
        return row;
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
        var shown = Visibility.of(row);
        var replacedKeys = row.published == null ? null : FilterKeys.of(row, context.contents());
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
        row.successor = dangling.faults().isEmpty() ? successor(item) : null;
        context.slugs().replace(row, item.slugs());
        row.slug = item.slug();
        new Indexing(context).all(row);
        // What the documents do not say, or no longer.
        row.updateType = item.updateType();
        row.changeNote = item.changeNote();
        row.publishedBy = item.publishedBy();
        row.comesFrom(item.source());
        context.history().forgetVersionsAbove(row.id, row.status.newestOldVersion(row.version));
        row.revision = Math.max(row.revision, item.revision() - 1);
        if (isPublic) {
            context.appendPublic(row, operation(item), Set.of(), replacedKeys);
        } else {
            context.append(row, operation(item), Set.of(), replacedKeys);
        }
        new Indexing(context).linkWaiting(row);
        if (row.goneReason == GoneReason.MERGED) {
            context.contents().mergedInto(row.id).forEach(part -> part.successor = row.successor);
        }
        context.tellReferrers(row, shown);
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

    /** Keeps what an item says, without what is not there, so that an editor can see to it. */
    private void stayDraft(Content row, ItemRecord item, String current, DanglingReferences dangling) {
        row.become(Status.DRAFT);
        row.isBack();
        row.slug = item.slug();
        context.slugs().replace(row, item.slugs());
        var tree = DocumentJson.tree(current);
        dangling.takeOut(tree, context.shape(row));
        row.draft = context.canonical(row, tree).text();
        row.createdAt = item.createdAt();
        row.modifiedAt = item.modifiedAt();
        new Indexing(context).all(row);
        row.comesFrom(item.source());
        context.append(row, Change.Operation.CREATE, Set.of(), null);
    }

    private void requireFreeNames(ItemRecord item) {
        item.slugs().forEach(slug -> context.slugs().requireFree(item.type(), slug.slug(), item.id()));
        var origin = item.source();
        if (origin != null) {
            context.headers()
                    .rowBySource(origin.system(), origin.externalId())
                    .filter(owner -> !owner.equals(item.id()))
                    .ifPresent(owner -> {
                        throw Drafts.sourceTaken(origin.system(), origin.externalId());
                    });
        }
    }
}
