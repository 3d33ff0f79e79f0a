package de.stadtchronik.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does to copies what their origin says. A copy has the id and the version of the original; nobody else changes it, and it
 * goes only on its origin's word. What has that id here and is no copy from there is left alone.
 */
record TakingOver(Workbench bench, String source) {

    /** Where a document says when it was fetched, which alone is no change. */
    private static final String RETRIEVED = "retrievedAt";

    private static final int MOST_NAMESAKES = 10;
    private static final int START_OF_LAST_GROUP = 24;

    /** Those that were set aside. */
    List<Copy.SetAside> all(List<Copy> copies) {
        var aside = new ArrayList<Copy.SetAside>();
        for (var copy : copies) {
            var known = bench.contents().findByIdOptional(copy.id());
            obstacle(known, copy)
                    .ifPresentOrElse(
                            fault -> aside.add(new Copy.SetAside(copy.id(), List.of(fault))),
                            () -> write(known.orElseGet(() -> fresh(copy)), copy));
        }
        return aside;
    }

    /** Why there can be no copy of that here. */
    private Optional<Fault> obstacle(Optional<Content> known, Copy copy) {
        if (known.filter(row -> !row.isCopy()).isPresent()) {
            return Optional.of(Fault.inBody(
                    "/id", "own-item", new Words("Der Eintrag ist unser eigener.", "That item is one of our own.")));
        }
        if (known.filter(row -> !source.equals(row.harvestedFrom)).isPresent()) {
            return Optional.of(Fault.inBody(
                    "/id",
                    "other-source",
                    new Words(
                            "Der Eintrag kommt hier aus einer anderen Quelle.",
                            "That item comes from another source here.")));
        }
        if (known.filter(row -> !row.type.equals(copy.type().name())).isPresent()) {
            return Optional.of(DocumentReader.ofAnotherItem("type", known.get().type));
        }
        return bench.contents()
                .rowBySource(source, copy.id().toString())
                .filter(owner -> !owner.equals(copy.id()))
                .map(owner -> Fault.inBody(
                        "/source",
                        "source-taken",
                        new Words(
                                "Ein anderer Eintrag nennt das schon als seine Herkunft.",
                                "Another item names that as where it comes from already.")));
    }

    private Content fresh(Copy copy) {
        var item = new NewItem(copy.type(), copy.id(), copy.document());
        var row = new Drafts(bench).emptyRow(item, copy.tree(), copy.id().toString());
        row.harvestedFrom = source;
        row.draft = null;
        bench.contents().persist(row);
        return row;
    }

    private void write(Content row, Copy copy) {
        var slug = slug(row, copy);
        var tree = titled(copy).put("slug", slug);
        if (row.published != null && saysTheSame(row, row.published, copy, tree)) {
            return;
        }
        var before = row.published;
        var shown = Shown.of(row);
        var replacedKeys = before == null ? null : FilterKeys.of(row, bench.contents());
        var canonical = bench.canonical(row, tree);
        row.published = canonical.text();
        row.version = copy.version();
        row.createdAt = copy.createdAt();
        row.modifiedAt = copy.modifiedAt();
        row.isBack();
        row.become(copy.status());
        row.explanation = copy.notice();
        bench.slugs().publish(row, slug);
        new Indexing(bench).published(row, canonical.document(), canonical.tree());
        append(row, Drafts.changed(before, canonical.tree()), replacedKeys);
        new Indexing(bench).linkWaiting(row);
        bench.tellReferrers(row, shown);
    }

    /** The public cannot notice what happens to what is hidden. */
    private void append(Content row, Set<String> changed, @Nullable String replacedKeys) {
        var operation = row.status == Status.ARCHIVED ? Change.Operation.ARCHIVE : Change.Operation.PUBLISH;
        if (row.hidden) {
            bench.append(row, Change.Operation.SAVE, changed, replacedKeys);
        } else {
            bench.appendPublic(row, operation, changed, replacedKeys);
        }
    }

    private boolean saysTheSame(Content row, String published, Copy copy, ObjectNode tree) {
        var asFetchedThen = tree.deepCopy();
        ((ObjectNode) asFetchedThen.get("source"))
                .set(RETRIEVED, DocumentJson.tree(published).at("/source").get(RETRIEVED));
        return bench.canonical(row, asFetchedThen).text().equals(published)
                && row.version == copy.version()
                && row.status == copy.status()
                && row.createdAt.equals(copy.createdAt())
                && row.modifiedAt.equals(copy.modifiedAt())
                && Objects.equals(row.explanation, copy.notice());
    }

    /**
     * The origin's slug, or if that is taken the same with the name of the source, and then a number, behind it. An origin
     * that calls thousands of items the same does not have us try thousands of numbers: the end of the id is nobody else's.
     */
    private String slug(Content row, Copy copy) {
        var wanted = Optional.ofNullable(copy.document().metadata().slug())
                .orElseGet(() -> Slug.of(copy.document().label().german()));
        var extended = Slug.extended(wanted, source);
        var own = Slug.extended(extended, row.id.toString().substring(START_OF_LAST_GROUP));
        return Stream.of(
                        Stream.of(wanted, extended),
                        IntStream.range(2, MOST_NAMESAKES).mapToObj(n -> Slug.numbered(extended, n)),
                        Stream.of(own),
                        IntStream.iterate(2, n -> n + 1).mapToObj(n -> Slug.numbered(own, n)))
                .flatMap(slugs -> slugs)
                .filter(slug -> bench.contents()
                        .slug(row.type, slug)
                        .filter(known -> !known.itemId.equals(row.id))
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The document with titles for what it refers to and is not here, where the origin told them. */
    private ObjectNode titled(Copy copy) {
        var tree = copy.tree().deepCopy();
        if (!copy.titles().isEmpty()) {
            var here = bench.contents().types(copy.titles().keySet());
            new ReferenceWalk(reference -> titled(reference, copy, here.keySet()))
                    .through(tree, Shape.of(copy.type().document()));
        }
        return tree;
    }

    private static JsonNode titled(JsonNode reference, Copy copy, Set<UUID> here) {
        if (!reference.isTextual()) {
            return reference;
        }
        var id = UUID.fromString(reference.textValue());
        var title = copy.titles().get(id);
        return title == null || here.contains(id)
                ? reference
                : DocumentJson.MAPPER.createObjectNode().set("title", title);
    }

    /** Does what the origin says of what it took back. */
    void drop(List<Copy.Dropped> dropped) {
        for (var gone : dropped) {
            bench.contents()
                    .findByIdOptional(gone.id())
                    .filter(row -> source.equals(row.harvestedFrom) && row.status != Status.DELETED)
                    .ifPresent(row -> drop(row, gone));
        }
    }

    private void drop(Content row, Copy.Dropped gone) {
        var removal = new Removal(bench);
        switch (gone.reason()) {
            case ERASED -> removal.leaveNoTrace(row);
            case MERGED -> merge(row, removal, survivor(row, gone.successor()));
            default -> {
                removal.vanish(row, gone.reason(), Change.Operation.DELETE);
                row.successor =
                        instead(row, gone.successor()).map(other -> other.id).orElse(null);
            }
        }
        if (gone.reason() != GoneReason.ERASED) {
            row.explanation = gone.explanation();
        }
    }

    /** What became part of something that is not here is simply gone. */
    private void merge(Content row, Removal removal, Optional<UUID> survivor) {
        if (survivor.isEmpty()) {
            removal.vanish(row, GoneReason.DELETED, Change.Operation.DELETE);
            return;
        }
        bench.contents().mergedInto(row.id).forEach(merged -> merged.successor = survivor.get());
        removal.vanish(row, GoneReason.MERGED, Change.Operation.MERGE);
        row.successor = survivor.get();
    }

    /** An origin leads to what is its own, and nobody to what is ours. */
    private Optional<UUID> survivor(Content row, @Nullable UUID successor) {
        return instead(row, successor)
                .filter(other -> other.type.equals(row.type) && source.equals(other.harvestedFrom))
                .map(other -> other.id);
    }

    /** Where the origin says to look instead, if that is here. */
    private Optional<Content> instead(Content row, @Nullable UUID successor) {
        return Optional.ofNullable(successor)
                .filter(id -> !id.equals(row.id))
                .flatMap(bench.contents()::findByIdOptional)
                .filter(other -> other.visible);
    }

    /** @throws Problem NOT_A_COPY */
    void hide(Content row, boolean hidden) {
        if (!row.isCopy()) {
            throw new Problem(
                    ProblemType.NOT_A_COPY,
                    new Words(
                            "Der Eintrag ist unser eigener; zurückziehen geht mit …/withdraw.",
                            "The item is one of our own; …/withdraw takes it back."));
        }
        if (row.hidden != hidden) {
            var shown = Shown.of(row);
            row.hidden = hidden;
            row.become(row.status);
            bench.append(row, hidden ? Change.Operation.HIDE : Change.Operation.UNHIDE, Set.of(), null);
            bench.tellReferrers(row, shown);
        }
    }
}
