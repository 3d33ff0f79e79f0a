package de.stadtchronik.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.content.Arrived.Result;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes in documents that somebody wrote down, as an editor would. What cannot be published stays a draft. */
record WrittenDocuments(Workbench bench, Importing importing) {

    /** Where in the line the document is. */
    private static final String DOCUMENT = "/document";

    /** @throws Problem SLUG_TAKEN, SOURCE_TAKEN */
    void announce(Arrival.Written written) {
        announce(written, item(written));
    }

    /** The item that is meant: by its origin, or else by its id. */
    private UUID item(Arrival.Written written) {
        var origin = written.origin();
        return Optional.ofNullable(origin)
                .flatMap(known -> bench.itemBySource(known.system(), known.externalId()))
                .orElse(written.id());
    }

    private void announce(Arrival.Written written, UUID id) {
        if (bench.contents().findByIdOptional(id).isEmpty()) {
            var item = new NewItem(written.type(), id, written.document());
            var drafts = new Drafts(bench);
            var slug = drafts.wantedSlug(item);
            importing.expect(written.type(), id, slug, written.origin());
            requireFreeNames(written, slug, id);
            if (!importing.dryRun()) {
                var tree = DocumentJson.tree(written.document()).put("slug", slug);
                StrayReferences.takeAllOut(tree, Shape.of(written.type().document()));
                var row = drafts.emptyRow(item, tree, slug);
                bench.contents().persist(row);
                bench.slugs().reserve(row, slug);
            }
        }
    }

    private void requireFreeNames(Arrival.Written written, String slug, UUID id) {
        try {
            new Drafts(bench).requireOwnSource(written.document(), id);
            bench.slugs().requireFree(written.type().name(), slug, id);
        } catch (Problem taken) {
            throw taken.below(DOCUMENT);
        }
    }

    /** @throws Problem SLUG_TAKEN, SOURCE_TAKEN, INVALID_DOCUMENT, ITEM_ARCHIVED, ITEM_SCHEDULED, GONE */
    Arrived bringIn(Arrival.Written written) {
        var id = item(written);
        announce(written, id);
        var known = bench.rowOfType(written.type().name(), id);
        known.ifPresent(row -> bench.ownRow(row.id));
        var wanted = resolved(written);
        var unchanged = known.filter(row -> row.revision > 0 && wanted.faults().isEmpty())
                .filter(row -> isAsIs(row, wanted, written.publish()));
        if (unchanged.isPresent()) {
            return Arrived.of(Result.UNCHANGED, id);
        }
        return importing.dryRun()
                ? tried(wanted, id, known, written.publish())
                : saved(wanted, known.orElseThrow(), written.publish());
    }

    /**
     * What an item is to say.
     *
     * @param document without references that lead nowhere
     * @param tree the same, with an id for every reference
     * @param faults what leads nowhere
     */
    private record Resolved(Document document, ObjectNode tree, List<Fault> faults) {}

    private Resolved resolved(Arrival.Written written) {
        var record = written.type().document();
        var tree = DocumentJson.tree(written.document());
        var faults = new ArrayList<Fault>();
        new DocumentTree(tree, Shape.of(record), false, new Resolver(faults));
        if (faults.isEmpty()) {
            return new Resolved(written.document(), tree, List.of());
        }
        StrayReferences.takeOut(tree, Shape.of(record));
        return new Resolved(DocumentJson.document(tree, record), tree, List.copyOf(faults));
    }

    /** Whether editors, and if asked for also the public, have exactly this already. */
    private boolean isAsIs(Content row, Resolved wanted, boolean published) {
        var tree = wanted.tree().deepCopy().put("slug", Drafts.slug(wanted.document(), row));
        if (published) {
            new Publishing(bench).complete(tree, row, bench.turn().now());
        }
        return bench.canonical(row, tree).text().equals(row.current())
                && !(published && PublicProjection.differs(row, bench.shape(row)));
    }

    private Arrived saved(Resolved wanted, Content row, boolean publish) {
        var revision = row.revision;
        var isNew = revision == 0;
        // Whatever is wrong with it was told when it was read.
        var item = new NewItem(bench.type(row), row.id, wanted.document(), List.of());
        try {
            new Drafts(bench).save(row, item, isNew ? Change.Operation.CREATE : Change.Operation.SAVE);
        } catch (Problem unfit) {
            throw unfit.below(DOCUMENT);
        }
        var faults = wanted.faults();
        if (publish && faults.isEmpty()) {
            faults = reasonsAgainst(() -> new Publishing(bench).publish(row, PublicationNote.NONE));
        }
        var result = isNew ? Result.CREATED : row.revision == revision ? Result.UNCHANGED : Result.UPDATED;
        return new Arrived(result, row.id, faults);
    }

    private Arrived tried(Resolved wanted, UUID id, Optional<Content> known, boolean publish) {
        known.ifPresent(Drafts::requireOpen);
        var faults = wanted.faults();
        if (publish && faults.isEmpty()) {
            faults = reasonsAgainst(() -> new Publishing(bench)
                    .requirePublishable(wanted.document(), bench.turn().now()));
        }
        var result = known.map(row -> isAsIs(row, wanted, false) ? Result.UNCHANGED : Result.UPDATED)
                .orElse(Result.CREATED);
        return new Arrived(result, id, faults);
    }

    /** Why a document cannot be published, if it cannot; by their place in the line. */
    private static List<Fault> reasonsAgainst(Runnable publication) {
        try {
            publication.run();
            return List.of();
        } catch (Problem unfit) {
            return below(Arrived.faults(unfit));
        }
    }

    private static List<Fault> below(List<Fault> faults) {
        return faults.stream().map(fault -> fault.below(DOCUMENT)).toList();
    }

    /** Finds what is there or to come, and notes what is not, or of a type that does not fit. */
    private final class Resolver implements DocumentTree.Resolver {

        private final List<Fault> faults;
        private final ReferenceResolver store = new ReferenceResolver(bench.contents(), bench.types());

        Resolver(List<Fault> faults) {
            this.faults = faults;
        }

        @Override
        public UUID resolve(JsonNode reference, Shape.Property property, String pointer) {
            var id = store.resolve(reference, property, pointer);
            var misfits = List.copyOf(store.faults());
            store.faults().clear();
            if (misfits.isEmpty()) {
                return id;
            }
            if (importing.expects(reference)) {
                return Importing.TO_COME;
            }
            faults.addAll(below(misfits));
            return StrayReferences.NOWHERE;
        }
    }
}
