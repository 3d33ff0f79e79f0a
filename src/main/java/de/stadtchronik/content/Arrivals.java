package de.stadtchronik.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.content.Arrived.Result;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what an import brings, in two passes: first every item is made known, so that references may point forward;
 * then each is written. A row between the two has revision 0; nobody has been told of it.
 */
record Arrivals(Workbench bench, Importing importing) {

    /**
     * Makes an item known, if it is new.
     *
     * @throws Problem SLUG_TAKEN, SOURCE_TAKEN, INVALID_DOCUMENT
     */
    void announce(Arrival arrival) {
        if (arrival instanceof Arrival.Item exported) {
            announce(exported.item());
        } else if (arrival instanceof Arrival.Written written) {
            announce(written);
        }
    }

    /**
     * Writes what a line says.
     *
     * @throws Problem whatever the line is refused for
     */
    Arrived bringIn(Arrival arrival) {
        if (arrival instanceof Arrival.Item exported) {
            return bringIn(exported.item());
        }
        if (arrival instanceof Arrival.Version version) {
            return bringIn(version.version());
        }
        return arrival instanceof Arrival.Written written ? bringIn(written) : Arrived.SKIPPED;
    }

    // ---- Items as they were exported ----

    private void announce(ItemRecord item) {
        if (row(item.id()).isEmpty()) {
            requireFreeNames(item);
            var type = bench.types().named(item.type());
            importing.expect(type, item.id(), null, null);
            if (!importing.dryRun()) {
                keepNew(item, type);
            }
        }
    }

    private void keepNew(ItemRecord item, ResourceType type) {
        var row = item.current() == null
                ? tombstone(item)
                : new Drafts(bench).emptyRow(newItem(item, type), stub(item, type), item.slug());
        setOrigin(row, item.source());
        bench.contents().persist(row);
        setSlugs(row, item);
    }

    private static NewItem newItem(ItemRecord item, ResourceType type) {
        return new NewItem(type, item.id(), document(item, type));
    }

    private static Document document(ItemRecord item, ResourceType type) {
        return DocumentJson.document(DocumentJson.tree(written(item)), type.document());
    }

    private static String written(ItemRecord item) {
        var current = item.current();
        return current == null ? "{}" : current;
    }

    /** The document without its references, for as long as what it refers to may not be there yet. */
    private static ObjectNode stub(ItemRecord item, ResourceType type) {
        return withoutReferences(DocumentJson.tree(written(item)), type);
    }

    private static ObjectNode withoutReferences(ObjectNode tree, ResourceType type) {
        var shape = Shape.of(type.document());
        new DocumentTree(tree, shape, false, new StrayReferences());
        StrayReferences.takeOut(tree, shape);
        return tree;
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

    private Arrived bringIn(ItemRecord item) {
        var known = row(item.id());
        if (known.isEmpty()) {
            announce(item);
            known = row(item.id());
        }
        requireSameType(known, item.type());
        if (known.filter(row -> row.revision > 0)
                .filter(row -> saysTheSame(row, item))
                .isPresent()) {
            return Arrived.of(Result.UNCHANGED, item.id());
        }
        requireFreeNames(item);
        var type = bench.types().named(item.type());
        var dangling = dangling(item, type);
        var isNew = known.filter(row -> row.revision > 0).isEmpty();
        if (!isNew && !dangling.isEmpty()) {
            throw Problem.invalidDocument(dangling);
        }
        if (!importing.dryRun()) {
            var row = known.orElseThrow();
            if (dangling.isEmpty() || item.status() == Status.DELETED) {
                become(row, item, !dangling.isEmpty());
            } else {
                stayDraft(row, item, type);
            }
            importing.wrote(item.id());
        }
        return new Arrived(isNew ? Result.CREATED : Result.UPDATED, item.id(), dangling);
    }

    private boolean saysTheSame(Content row, ItemRecord item) {
        return ItemRecord.of(row, bench.contents().slugs(row.id)).saysTheSameAs(item);
    }

    /** What an exported item refers to, and is not there. */
    private List<Fault> dangling(ItemRecord item, ResourceType type) {
        var found = new ArrayList<Target>();
        collect(item.draft(), "/draft", type, found);
        collect(item.published(), "/published", type, found);
        if (item.successor() != null) {
            found.add(new Target(item.successor().toString(), "/successor"));
        }
        var ids = found.stream()
                .map(Target::id)
                .filter(de.stadtchronik.text.Slug::isUuidShaped)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        var there = bench.contents().known(ids).stream().map(UUID::toString).collect(Collectors.toSet());
        return found.stream()
                .filter(target -> !there.contains(target.id()) && !importing.expects(target.id()))
                .map(target -> unknownReference(target.pointer(), target.id()))
                .toList();
    }

    /** Something that an exported document refers to, and where. */
    private record Target(String id, String pointer) {}

    private static void collect(@Nullable String stored, String pointer, ResourceType type, List<Target> found) {
        if (stored != null) {
            new DocumentTree(DocumentJson.tree(stored), Shape.of(type.document()), false, (id, property, place) -> {
                found.add(new Target(id.asText(), pointer + place));
                return StrayReferences.NOWHERE;
            });
        }
    }

    private static Fault unknownReference(String pointer, String reference) {
        return Fault.inBody(
                pointer,
                "unknown-reference",
                new Words("Es gibt nichts unter „%s“.", "There is nothing at “%s”.").with(reference));
    }

    /** Makes a row say what was exported, in one change. */
    private void become(Content row, ItemRecord item, boolean withoutSuccessor) {
        var replacedKeys = row.published == null ? null : FilterKeys.of(row);
        var isPublic = row.version > 0 || item.version() > 0;
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
        row.goneReason = item.goneReason();
        row.explanation = item.explanation();
        row.successor = withoutSuccessor ? null : item.successor();
        setSlugs(row, item);
        row.slug = item.slug();
        new Indexing(bench).all(row);
        row.updateType = item.updateType();
        row.changeNote = item.changeNote();
        row.publishedBy = item.publishedBy();
        setOrigin(row, item.source());
        bench.history().forgetVersionsAbove(row.id, item.newestOldVersion());
        row.revision = Math.max(row.revision, item.revision() - 1);
        if (isPublic) {
            bench.appendPublic(row, operation(item), Set.of(), replacedKeys);
        } else {
            bench.append(row, operation(item), Set.of(), replacedKeys);
        }
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
    private void stayDraft(Content row, ItemRecord item, ResourceType type) {
        var tree = DocumentJson.tree(written(item));
        var known = bench.contents()
                .known(bench.references(row, written(item), false).stream()
                        .map(Reference::target)
                        .toList());
        var shape = Shape.of(type.document());
        new DocumentTree(tree, shape, false, (id, property, place) -> {
            var target = UUID.fromString(id.asText());
            return known.contains(target) ? target : StrayReferences.NOWHERE;
        });
        StrayReferences.takeOut(tree, shape);
        row.draft = bench.canonical(row, tree).text();
        row.createdAt = item.createdAt();
        row.modifiedAt = item.modifiedAt();
        new Indexing(bench).all(row);
        setOrigin(row, item.source());
        bench.append(row, Change.Operation.CREATE, Set.of(), null);
    }

    private Arrived bringIn(VersionRecord version) {
        var row = row(version.id());
        if (row.isEmpty()) {
            if (importing.expects(version.id().toString())) {
                return Arrived.of(Result.CREATED, version.id());
            }
            throw Problem.invalidDocument(
                    List.of(unknownReference("/id", version.id().toString())));
        }
        return bringIn(version, row.get());
    }

    private Arrived bringIn(VersionRecord given, Content row) {
        var type = bench.type(row);
        var faults = new ArrayList<Fault>();
        var version = new VersionRecord(
                given.record(),
                given.id(),
                given.version(),
                given.modifiedAt(),
                given.updateType(),
                given.changeNote(),
                given.publishedBy(),
                ArrivalReader.canonical(DocumentJson.tree(given.document()), type, "/document", faults));
        bench.rules().refuse(faults);
        var kept = bench.history().kept(row.id, version.version());
        if (kept.filter(old -> VersionRecord.of(old).equals(version)).isPresent()) {
            return Arrived.of(Result.UNCHANGED, row.id);
        }
        if (!importing.dryRun()) {
            requirePlace(version, row);
            kept.ifPresentOrElse(version::putInto, () -> keepNew(version));
            if (row.status == Status.WITHDRAWN && row.version == version.version()) {
                var origin = ItemRecord.Origin.of(row.sourceSystem, row.sourceExternalId);
                new Indexing(bench).hidden(row, version.document());
                setOrigin(row, origin);
            }
            if (!importing.wroteLast(row.id)) {
                bench.append(row, Change.Operation.SAVE, Set.of(), null);
                importing.wrote(row.id);
            }
        }
        return Arrived.of(kept.isPresent() ? Result.UPDATED : Result.CREATED, row.id);
    }

    private void keepNew(VersionRecord version) {
        var kept = new ContentVersion();
        version.putInto(kept);
        bench.history().keep(kept);
    }

    private void requirePlace(VersionRecord version, Content row) {
        var newest = ItemRecord.of(row, List.of()).newestOldVersion();
        if (version.version() > newest) {
            throw Problem.invalidDocument(List.of(Fault.inBody(
                    "/version",
                    "no-such-version",
                    new Words("Der Eintrag hat hier keine ältere Fassung %d.", "The item has no older version %d here.")
                            .with(version.version()))));
        }
    }

    // ---- Documents that somebody wrote down ----

    private void announce(Arrival.Written written) {
        if (find(written).isEmpty()) {
            var item = new NewItem(written.type(), written.id(), written.document());
            var drafts = new Drafts(bench);
            drafts.requireOwnSource(written.document(), written.id());
            var slug = drafts.wantedSlug(item);
            importing.expect(written.type(), written.id(), slug, written.origin());
            requireFree(written.type().name(), slug, written.id());
            if (!importing.dryRun()) {
                var tree = withoutReferences(DocumentJson.tree(written.document()), written.type());
                var row = drafts.emptyRow(item, tree.put("slug", slug), slug);
                bench.contents().persist(row);
                bench.slugs().reserve(row, slug);
            }
        }
    }

    /** The item that is meant: by its origin, or else by its id. */
    private Optional<Content> find(Arrival.Written written) {
        var origin = written.origin();
        var byOrigin = origin == null
                ? Optional.<UUID>empty()
                : bench.contents().idBySource(origin.system(), origin.externalId());
        return row(byOrigin.orElse(written.id()));
    }

    private Arrived bringIn(Arrival.Written written) {
        var known = find(written);
        if (known.isEmpty()) {
            announce(written);
            known = find(written);
        }
        requireSameType(known, written.type().name());
        known.ifPresent(row -> bench.row(row.id));
        var isNew = known.filter(row -> row.revision > 0).isEmpty();
        var faults = new ArrayList<Fault>();
        var document = withWhatIsThere(written, faults);
        var asIs = !isNew && faults.isEmpty() && isAsIs(known.orElseThrow(), document, written.publish());
        if (asIs) {
            return Arrived.of(Result.UNCHANGED, known.orElseThrow().id);
        }
        if (importing.dryRun()) {
            return tried(written, known, document, faults);
        }
        var row = known.orElseThrow();
        var revision = row.revision;
        var item = new NewItem(written.type(), row.id, document, List.of());
        new Drafts(bench).save(row, item, isNew ? Change.Operation.CREATE : Change.Operation.SAVE);
        if (written.publish() && faults.isEmpty()) {
            faults.addAll(publish(row));
        }
        var result = isNew ? Result.CREATED : row.revision == revision ? Result.UNCHANGED : Result.UPDATED;
        return new Arrived(result, row.id, faults);
    }

    /** What is not fit to be published stays a draft, with the reasons. */
    private List<Fault> publish(Content row) {
        try {
            new Publishing(bench).publish(row, PublicationNote.NONE);
            return List.of();
        } catch (Problem unfit) {
            return below(Arrived.faults(unfit));
        }
    }

    private Arrived tried(Arrival.Written written, Optional<Content> known, Document document, List<Fault> faults) {
        known.ifPresent(Drafts::requireOpen);
        if (written.publish() && faults.isEmpty()) {
            try {
                bench.rules().checkPublishable(document);
            } catch (Problem unfit) {
                faults.addAll(below(Arrived.faults(unfit)));
            }
        }
        return known.map(row ->
                        new Arrived(isAsIs(row, document, false) ? Result.UNCHANGED : Result.UPDATED, row.id, faults))
                .orElseGet(() -> new Arrived(Result.CREATED, written.id(), faults));
    }

    /** Whether editors, and if asked for also the public, have exactly this already. */
    private boolean isAsIs(Content row, Document document, boolean published) {
        var tree = DocumentJson.tree(document).put("slug", Drafts.slug(document, row));
        new DocumentTree(tree, bench.shape(row), false, new Resolver(new ArrayList<>()));
        if (published) {
            new Publishing(bench).complete(tree, row, bench.turn().now());
        }
        return bench.canonical(row, tree).text().equals(row.current())
                && !(published && PublicProjection.differs(row, bench.shape(row)));
    }

    /** The document without references that lead nowhere, which are noted. */
    private Document withWhatIsThere(Arrival.Written written, List<Fault> faults) {
        var type = written.type();
        var shape = Shape.of(type.document());
        var tree = DocumentJson.tree(written.document());
        new DocumentTree(tree, shape, false, new Resolver(faults));
        if (faults.isEmpty()) {
            return written.document();
        }
        StrayReferences.takeOut(tree, shape);
        return DocumentJson.document(tree, type.document());
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

    private static List<Fault> below(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(
                        "/document" + (fault.pointer() == null ? "" : fault.pointer()),
                        null,
                        fault.code(),
                        fault.message(),
                        fault.allowed()))
                .toList();
    }

    // ---- Both ----

    private Optional<Content> row(UUID id) {
        return bench.contents().findByIdOptional(id);
    }

    private static void requireSameType(Optional<Content> known, String type) {
        if (known.filter(row -> !row.type.equals(type)).isPresent()) {
            throw Problem.invalidDocument(List.of(new Fault(
                    "/type",
                    null,
                    "of-another-item",
                    new Words("Das gehört zu einem anderen Eintrag.", "This belongs to another item."),
                    List.of(known.get().type))));
        }
    }

    private void requireFreeNames(ItemRecord item) {
        item.slugs().forEach(slug -> requireFree(item.type(), slug.slug(), item.id()));
        var origin = item.source();
        if (origin != null) {
            bench.contents()
                    .rowBySource(origin.system(), origin.externalId())
                    .filter(owner -> !owner.equals(item.id()))
                    .ifPresent(owner -> {
                        throw new Problem(
                                ProblemType.SOURCE_TAKEN,
                                new Words("„%s“ aus „%s“ gibt es schon.", "“%s” from “%s” is already here.")
                                        .with(origin.externalId(), origin.system()));
                    });
        }
    }

    private void requireFree(String type, String slug, UUID id) {
        bench.contents()
                .slug(type, slug)
                .filter(known -> !known.itemId.equals(id))
                .ifPresent(taken -> {
                    throw new Problem(
                            ProblemType.SLUG_TAKEN,
                            new Words("Der Kurzname „%s“ ist vergeben.", "The slug “%s” is taken.").with(slug));
                });
    }

    /** Gives an item exactly the slugs that it had. */
    private void setSlugs(Content row, ItemRecord item) {
        var names = new HashSet<String>();
        item.slugs().forEach(slug -> names.add(slug.slug()));
        bench.contents().slugs(row.id).stream()
                .filter(known -> !names.contains(known.key.slug()))
                .forEach(bench.contents()::forget);
        for (var slug : item.slugs()) {
            var known = bench.contents()
                    .slug(row.type, slug.slug())
                    .orElseGet(() -> new KnownSlug(row.type, slug.slug(), row.id));
            known.everPublic = slug.everPublic();
            bench.contents().keep(known);
        }
    }

    private static void setOrigin(Content row, ItemRecord.@Nullable Origin origin) {
        row.sourceSystem = origin == null ? null : origin.system();
        row.sourceExternalId = origin == null ? null : origin.externalId();
    }
}
