package de.stadtchronik.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.change.WriteTransaction;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.ContentRepository;
import de.stadtchronik.content.DraftViews;
import de.stadtchronik.content.History;
import de.stadtchronik.content.ItemHeader;
import de.stadtchronik.content.ItemHeaders;
import de.stadtchronik.content.Slugs;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.DocumentRules;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.Reference;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.document.Shape;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.BilingualText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What everybody needs who writes in a turn. */
public record WriteContext(
        WriteTransaction turn,
        ContentRepository contents,
        ItemHeaders headers,
        Slugs slugs,
        History history,
        ResourceTypes types,
        DocumentRules rules,
        Settings settings,
        Links links,
        DraftViews views) {

    /**
     * A row that is to be changed.
     *
     * @throws Problem NOT_FOUND, GONE
     */
    Content row(UUID id) {
        var row = anyRow(id);
        if (row.status == Status.DELETED) {
            throw new Problem(
                    ProblemType.GONE,
                    new BilingualText("Den Eintrag %s gibt es nicht mehr.", "Item %s is gone.").with(id));
        }
        return row;
    }

    /**
     * A row that is to be changed and is not a copy.
     *
     * @throws Problem NOT_FOUND, GONE, HARVESTED
     */
    public Content ownRow(UUID id) {
        var row = row(id);
        requireOwn(row);
        return row;
    }

    /** @throws Problem HARVESTED */
    static void requireOwn(Content row) {
        if (row.isCopy()) {
            throw new Problem(
                    ProblemType.HARVESTED,
                    new BilingualText(
                                    "Der Eintrag ist eine Kopie aus „%s“; ändern kann ihn nur, wer ihn dort herausgibt.",
                                    "The item is a copy from “%s”; only those who publish it there can change it.")
                            .with(String.valueOf(row.harvestedFrom)));
        }
    }

    /**
     * A row, even if the item is gone.
     *
     * @throws Problem NOT_FOUND
     */
    Content anyRow(UUID id) {
        return contents.findByIdOptional(id)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new BilingualText("Es gibt keinen Eintrag %s.", "There is no item %s.").with(id)));
    }

    /**
     * A row that may not be there; if it is, it has to be of a type.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    public Optional<Content> rowOfType(String type, UUID id) {
        var row = contents.findByIdOptional(id);
        row.filter(known -> !known.type.equals(type)).ifPresent(other -> {
            throw Problem.invalidDocument(List.of(DocumentReader.ofAnotherItem("type", other.type)));
        });
        return row;
    }

    /**
     * The item that came from a source, if there is one.
     *
     * @throws Problem SOURCE_TAKEN if it became part of another
     */
    public Optional<UUID> itemBySource(String system, String externalId) {
        var id = headers.rowBySource(system, externalId);
        id.flatMap(headers::find).filter(ItemHeader::merged).ifPresent(merged -> {
            throw Problem.taken(
                    ProblemType.SOURCE_TAKEN,
                    "/source",
                    new BilingualText("„%s“ aus „%s“ ist in %s aufgegangen.", "“%s” from “%s” became part of %s.")
                            .with(externalId, system, links.item(merged.type(), merged.id())));
        });
        return id;
    }

    public ResourceType type(Content row) {
        return types.named(row.type);
    }

    public Shape shape(Content row) {
        return Shape.of(type(row).document());
    }

    Document document(Content row, String stored) {
        return DocumentJson.document(DocumentJson.tree(stored), type(row).document());
    }

    /**
     * What an editor wrote, read and written once more, so that the same content is always the same text.
     *
     * @param written loses what is empty, and what is there twice
     */
    public Canonical canonical(Content row, ObjectNode written) {
        DocumentJson.tidy(written);
        var document = DocumentJson.document(written, type(row).document());
        var tree = DocumentJson.tree(document);
        return new Canonical(document, tree, DocumentJson.write(tree));
    }

    /** One document as a record, as a tree and as text. */
    public record Canonical(Document document, ObjectNode tree, String text) {}

    Set<Reference> references(Content row, String stored, boolean published) {
        return DocumentTree.ofStored(DocumentJson.tree(stored), shape(row), published)
                .references();
    }

    /** Counts a write and tells the log of it. */
    public long append(
            Content row, Change.Operation operation, Collection<String> properties, @Nullable String replacedKeys) {
        row.revision++;
        return turn.append(new Change.Event(
                row.type,
                row.id,
                operation,
                row.version,
                row.revision,
                List.copyOf(new TreeSet<>(properties)),
                replacedKeys));
    }

    /**
     * Gives whatever refers to an item a new place in what partners pull, if it shows differently since the item came,
     * went, or moved. Its own document is as it was, so neither its version nor its revision changes. If the item became
     * part of another, the same goes for what refers to that: who followed the one follows both from now on, and has not
     * heard of what the other had.
     */
    public void tellReferrers(Content row, Visibility before) {
        var after = Visibility.of(row);
        if (before.equals(after)) {
            return;
        }
        var targets = contents.idsOf(Stream.of(
                        Stream.of(row.id),
                        // Nobody can follow what was never public.
                        Stream.of(before, after)
                                .flatMap(shown -> shown.survivor().stream())
                                .filter(survivor -> row.version > 0))
                .flatMap(ids -> ids)
                .toList());
        if (contents.isAnyShown(targets)) {
            giveNewPlaces(ContentRepository.PUBLIC_REFERRERS, Map.of("targets", targets));
        }
    }

    /** Tells that some items show differently, though their own documents are as they were. */
    public void showDifferently(Collection<UUID> items) {
        if (!items.isEmpty()) {
            giveNewPlaces("from Content c where c.visible = true and c.id in :items", Map.of("items", items));
        }
    }

    /** Gives items whose own documents are as they were new places, with a line of the log for each. */
    private void giveNewPlaces(String items, Map<String, ?> values) {
        contents.flush();
        var position = turn.appendForEach(Change.Operation.RELINK, items, values);
        contents.takePlacesAfter(position, turn.now());
    }

    /** Counts a write that the public can notice, tells the log of it, and gives the row its place in the feed. */
    public void appendPublic(
            Content row, Change.Operation operation, Collection<String> properties, @Nullable String replacedKeys) {
        row.seq = append(row, operation, properties, replacedKeys);
        row.changedAt = turn.now();
    }
}
