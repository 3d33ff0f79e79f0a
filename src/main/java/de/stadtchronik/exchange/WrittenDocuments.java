package de.stadtchronik.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.content.Content;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.Shape;
import de.stadtchronik.document.StrayReferences;
import de.stadtchronik.exchange.ImportResult.Result;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.writing.Drafts;
import de.stadtchronik.writing.NewItem;
import de.stadtchronik.writing.PublicationNote;
import de.stadtchronik.writing.Publishing;
import de.stadtchronik.writing.ReferenceResolver;
import de.stadtchronik.writing.WriteContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes in documents that were written for an import, as if an editor had sent them. What cannot be published stays a draft. */
record WrittenDocuments(WriteContext context, Importing importing) {

    /** Where in the line the document is. */
    private static final String DOCUMENT = "/document";

    /** @throws Problem SLUG_TAKEN, SOURCE_TAKEN */
    void expect(ImportLine.Written written) {
        expect(written, item(written));
    }

    /** The item that is meant: by its origin, or else by its id. */
    private UUID item(ImportLine.Written written) {
        return Optional.ofNullable(written.origin())
                .flatMap(known ->
                        context.itemBySource(known.system(), known.externalId()).or(() -> importing.from(known)))
                .orElse(written.id());
    }

    private void expect(ImportLine.Written written, UUID id) {
        if (known(written, id).isEmpty()) {
            var slug = slug(written, id);
            try {
                new Drafts(context).requireOwnSource(written.document(), id);
                context.slugs().requireFree(written.type().name(), slug, id);
            } catch (Problem taken) {
                throw taken.below(DOCUMENT);
            }
            if (!importing.promised(written.type(), slug, id)) {
                importing.expect(written.type(), id, slug, written.origin());
            }
        }
    }

    private Optional<Content> known(ImportLine.Written written, UUID id) {
        return context.rowOfType(written.type().name(), id).filter(Content::isHere);
    }

    private String slug(ImportLine.Written written, UUID id) {
        return new Drafts(context)
                .wantedSlug(
                        new NewItem(written.type(), id, written.document()),
                        slug -> importing.promised(written.type(), slug, id));
    }

    /** @throws Problem SLUG_TAKEN, SOURCE_TAKEN, INVALID_DOCUMENT, ITEM_ARCHIVED, ITEM_SCHEDULED, GONE */
    ImportResult bringIn(ImportLine.Written written) {
        var id = item(written);
        expect(written, id);
        var known = known(written, id);
        known.ifPresent(row -> context.ownRow(row.id));
        var wanted = resolved(written);
        if (known.filter(row -> wanted.faults().isEmpty() && isAsIs(row, wanted, written.publish()))
                .isPresent()) {
            return ImportResult.of(Result.UNCHANGED, id);
        }
        return importing.dryRun()
                ? tried(wanted, id, known, written.publish())
                : saved(wanted, known.orElseGet(() -> begun(written, id)), written.publish());
    }

    /** The row of an item that is new here. */
    private Content begun(ImportLine.Written written, UUID id) {
        var tree = DocumentJson.tree(written.document()).put("slug", slug(written, id));
        var row = context.contents().findByIdOptional(id).orElseGet(Content::new);
        return new Drafts(context).begin(row, new NewItem(written.type(), id, written.document()), tree);
    }

    /**
     * What an item is to say.
     *
     * @param document without references that lead nowhere
     * @param tree the same, with an id for every reference
     * @param faults what leads nowhere
     */
    private record Resolved(Document document, ObjectNode tree, List<Violation> faults) {}

    private Resolved resolved(ImportLine.Written written) {
        var record = written.type().document();
        var tree = DocumentJson.tree(written.document());
        var resolver = resolver();
        new DocumentTree(tree, Shape.of(record), false, resolver);
        if (resolver.faults().isEmpty()) {
            return new Resolved(written.document(), tree, List.of());
        }
        StrayReferences.takeOut(tree, Shape.of(record));
        return new Resolved(DocumentJson.document(tree, record), tree, below(resolver.faults()));
    }

    private ReferenceResolver resolver() {
        return new ReferenceResolver(
                context.headers(), context.types(), reference -> importing.find(reference, context));
    }

    /** Whether editors, and if asked for also the public, have exactly this already. */
    private boolean isAsIs(Content row, Resolved wanted, boolean published) {
        var tree = wanted.tree().deepCopy().put("slug", Drafts.slug(wanted.document(), row));
        if (published) {
            new Publishing(context).complete(tree, row, context.turn().now());
        }
        return context.canonical(row, tree).text().equals(row.current())
                && !(published && row.hasUnpublishedChanges(context.shape(row)));
    }

    private ImportResult saved(Resolved wanted, Content row, boolean publish) {
        var revision = row.revision;
        var isNew = !row.isHere();
        // Whatever is wrong with it was told when it was read.
        var item = new NewItem(context.type(row), row.id, wanted.document(), List.of());
        try {
            new Drafts(context).save(row, item, isNew ? Change.Operation.CREATE : Change.Operation.SAVE, resolver());
        } catch (Problem unfit) {
            throw unfit.below(DOCUMENT);
        }
        var faults = wanted.faults();
        if (publish && faults.isEmpty()) {
            faults = reasonsAgainst(() -> new Publishing(context).publish(row, PublicationNote.NONE));
        }
        var result = isNew ? Result.CREATED : row.revision == revision ? Result.UNCHANGED : Result.UPDATED;
        return new ImportResult(result, row.id, faults);
    }

    private ImportResult tried(Resolved wanted, UUID id, Optional<Content> known, boolean publish) {
        known.ifPresent(Drafts::requireOpen);
        var faults = wanted.faults();
        if (publish && faults.isEmpty()) {
            faults = reasonsAgainst(() -> new Publishing(context)
                    .requirePublishable(wanted.document(), context.turn().now()));
        }
        var result = known.map(row -> isAsIs(row, wanted, false) ? Result.UNCHANGED : Result.UPDATED)
                .orElse(Result.CREATED);
        return new ImportResult(result, id, faults);
    }

    /** Why a document cannot be published, if it cannot; by their place in the line. */
    private static List<Violation> reasonsAgainst(Runnable publication) {
        try {
            publication.run();
            return List.of();
        } catch (Problem unfit) {
            return below(ImportResult.faults(unfit));
        }
    }

    private static List<Violation> below(List<Violation> faults) {
        return faults.stream().map(fault -> fault.below(DOCUMENT)).toList();
    }
}
