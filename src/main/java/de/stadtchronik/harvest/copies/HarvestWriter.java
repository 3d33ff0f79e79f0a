package de.stadtchronik.harvest.copies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.FilterKeys;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.ReferenceWalk;
import de.stadtchronik.document.Shape;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import de.stadtchronik.writing.Drafts;
import de.stadtchronik.writing.Indexing;
import de.stadtchronik.writing.NewItem;
import de.stadtchronik.writing.Retirement;
import de.stadtchronik.writing.Visibility;
import de.stadtchronik.writing.WriteContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores and removes copies as their origin says. A copy has the id and version of the original, and only its origin
 * can change or remove it. An item that has the id already and is no copy from there is left alone.
 */
public record HarvestWriter(WriteContext context, String source) {

    /** When a document was fetched; a difference in this alone is no change. */
    private static final String RETRIEVED = "retrievedAt";

    private static final int MOST_NAMESAKES = 10;
    private static final int START_OF_LAST_GROUP = 24;

    /** Stores copies, and returns why some had to be set aside, by their ids. */
    public Map<UUID, List<Violation>> all(Collection<HarvestedItem> copies) {
        var aside = new HashMap<UUID, List<Violation>>();
        for (var copy : copies) {
            var known = context.contents().findByIdOptional(copy.id());
            obstacle(known, copy)
                    .ifPresentOrElse(
                            fault -> aside.put(copy.id(), List.of(fault)),
                            () -> write(known.orElseGet(() -> fresh(copy)), copy));
        }
        return aside;
    }

    /** Why an item cannot be copied here, if so. */
    private Optional<Violation> obstacle(Optional<Content> known, HarvestedItem copy) {
        if (known.filter(row -> !row.isCopy()).isPresent()) {
            return Optional.of(Violation.inBody(
                    "/id",
                    "own-item",
                    new BilingualText("Der Eintrag ist unser eigener.", "That item is one of our own.")));
        }
        if (known.filter(row -> !source.equals(row.harvestedFrom)).isPresent()) {
            return Optional.of(Violation.inBody(
                    "/id",
                    "other-source",
                    new BilingualText(
                            "Der Eintrag kommt hier aus einer anderen Quelle.",
                            "That item comes from another source here.")));
        }
        if (known.filter(row -> !row.type.equals(copy.type().name())).isPresent()) {
            return Optional.of(DocumentReader.ofAnotherItem("type", known.get().type));
        }
        return context.headers()
                .rowBySource(source, copy.id().toString())
                .filter(owner -> !owner.equals(copy.id()))
                .map(owner -> Violation.inBody(
                        "/source",
                        "source-taken",
                        new BilingualText(
                                "Ein anderer Eintrag nennt das schon als seine Herkunft.",
                                "Another item names that as where it comes from already.")));
    }

    private Content fresh(HarvestedItem copy) {
        var item = new NewItem(copy.type(), copy.id(), copy.document());
        var row = new Content();
        new Drafts(context).fill(row, item, copy.tree(), copy.id().toString());
        row.harvestedFrom = source;
        row.draft = null;
        context.contents().persist(row);
        return row;
    }

    private void write(Content row, HarvestedItem copy) {
        var slug = slug(row, copy);
        var tree = titled(copy).put("slug", slug);
        if (row.published != null && saysTheSame(row, row.published, copy, tree)) {
            return;
        }
        var before = row.published;
        var shown = Visibility.of(row);
        var replacedKeys = before == null ? null : FilterKeys.of(row, context.contents());
        var canonical = context.canonical(row, tree);
        row.published = canonical.text();
        row.version = copy.version();
        row.createdAt = copy.createdAt();
        row.modifiedAt = copy.modifiedAt();
        row.isBack();
        row.become(copy.status());
        row.explanation = copy.notice();
        context.slugs().publish(row, slug);
        new Indexing(context).published(row, canonical.document(), canonical.tree());
        append(row, Drafts.changed(before, canonical.tree()), replacedKeys);
        var linked = new Indexing(context).linkWaiting(row);
        if (shown.equals(Visibility.of(row))) {
            // A circle has opened; what it did not let refer to the item does now.
            context.showDifferently(linked);
        } else {
            context.tellReferrers(row, shown);
        }
    }

    /** A change to a hidden copy is no public change. */
    private void append(Content row, Set<String> changed, @Nullable String replacedKeys) {
        var operation = row.status == Status.ARCHIVED ? Change.Operation.ARCHIVE : Change.Operation.PUBLISH;
        if (row.hidden) {
            context.append(row, Change.Operation.SAVE, changed, replacedKeys);
        } else {
            context.appendPublic(row, operation, changed, replacedKeys);
        }
    }

    private boolean saysTheSame(Content row, String published, HarvestedItem copy, ObjectNode tree) {
        var asFetchedThen = tree.deepCopy();
        ((ObjectNode) asFetchedThen.get("source"))
                .set(RETRIEVED, DocumentJson.tree(published).at("/source").get(RETRIEVED));
        return context.canonical(row, asFetchedThen).text().equals(published)
                && row.version == copy.version()
                && row.status == copy.status()
                && row.createdAt.equals(copy.createdAt())
                && row.modifiedAt.equals(copy.modifiedAt())
                && Objects.equals(row.explanation, copy.notice());
    }

    /**
     * The origin's slug; if that is taken, the slug with the name of the source, then with a number. After a few
     * numbers the end of the id is added instead, so that thousands of items of one title do not mean thousands of
     * attempts.
     */
    private String slug(Content row, HarvestedItem copy) {
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
                .filter(slug -> !context.slugs().isTaken(row.type, slug, row.id))
                .findFirst()
                .orElseThrow();
    }

    /** The document, in which references to items that are not here become titles, if the origin sent them. */
    private ObjectNode titled(HarvestedItem copy) {
        var tree = copy.tree().deepCopy();
        if (!copy.titles().isEmpty()) {
            var here = context.headers().types(copy.titles().keySet());
            new ReferenceWalk(reference -> titled(reference, copy, here.keySet()))
                    .through(tree, Shape.of(copy.type().document()));
        }
        return tree;
    }

    private static JsonNode titled(JsonNode reference, HarvestedItem copy, Set<UUID> here) {
        if (!reference.isTextual()) {
            return reference;
        }
        var id = UUID.fromString(reference.textValue());
        var title = copy.titles().get(id);
        return title == null || here.contains(id)
                ? reference
                : DocumentJson.MAPPER.createObjectNode().set("title", title);
    }

    /** Removes copies that the origin took back. */
    public void drop(List<HarvestedItem.Dropped> dropped) {
        for (var gone : dropped) {
            context.contents()
                    .findByIdOptional(gone.id())
                    .filter(row -> source.equals(row.harvestedFrom) && row.status != Status.DELETED)
                    .ifPresent(row -> drop(row, gone));
        }
    }

    private void drop(Content row, HarvestedItem.Dropped gone) {
        var removal = new Retirement(context);
        switch (gone.reason()) {
            case ERASED -> removal.leaveNoTrace(row);
            case MERGED -> merge(row, removal, survivor(row, gone.successor()));
            default -> {
                var successor = instead(row, gone.successor()).map(other -> other.id);
                removal.vanish(row, gone.reason(), Change.Operation.DELETE, successor.orElse(null));
            }
        }
        if (gone.reason() != GoneReason.ERASED) {
            row.explanation = gone.explanation();
        }
    }

    /** An item that was merged into one that is not here is treated as deleted. */
    private void merge(Content row, Retirement removal, Optional<UUID> survivor) {
        if (survivor.isEmpty()) {
            removal.vanish(row, GoneReason.DELETED, Change.Operation.DELETE, null);
            return;
        }
        context.contents().mergedInto(row.id).forEach(merged -> merged.successor = survivor.get());
        removal.vanish(row, GoneReason.MERGED, Change.Operation.MERGE, survivor.get());
    }

    private Optional<UUID> survivor(Content row, @Nullable UUID successor) {
        return instead(row, successor)
                .filter(other -> other.type.equals(row.type))
                .map(other -> other.id);
    }

    /** Where the origin says to look instead: only at a copy from there, so that no origin can lead to items of our own. */
    private Optional<Content> instead(Content row, @Nullable UUID successor) {
        return Optional.ofNullable(successor)
                .filter(id -> !id.equals(row.id))
                .flatMap(context.contents()::findByIdOptional)
                .filter(other -> other.visible && source.equals(other.harvestedFrom));
    }
}
