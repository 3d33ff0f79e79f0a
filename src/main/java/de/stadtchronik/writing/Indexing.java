package de.stadtchronik.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.Figure;
import de.stadtchronik.content.Status;
import de.stadtchronik.content.Term;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the columns, references, terms and figures of a row follow from its documents. */
public record Indexing(WriteContext context) {

    /** All of them, for a row whose documents came from elsewhere. */
    public void all(Content row) {
        if (row.status == Status.DELETED) {
            row.terms.clear();
            row.figures.clear();
            row.expiresAt = null;
            row.isEmptied();
            return;
        }
        if (row.draft != null) {
            Drafts.replaceReferences(row, context.references(row, row.draft, false), false);
        }
        Drafts.forgetDraftReferences(row);
        if (row.published == null) {
            row.terms.clear();
            row.figures.clear();
            row.references.removeIf(Reference::published);
            hidden(row, lastSeen(row));
        } else {
            var tree = DocumentJson.tree(row.published);
            published(row, document(row, tree), tree);
            if (row.status == Status.ARCHIVED) {
                row.expiresAt = null;
            }
        }
    }

    /** What was withdrawn is still sorted and called as the public knew it. */
    private String lastSeen(Content row) {
        return context.history()
                .kept(row.id, row.version)
                .map(kept -> kept.document)
                .orElseGet(row::current);
    }

    /**
     * The columns that lists go by, of rows that were written by other rules. What is found elsewhere by now has changed
     * for the public, so it gets a new place in what partners pull, and caches learn of it.
     */
    void again(List<UUID> ids) {
        var moved = context.contents().list("id in ?1 and status <> ?2", ids, Status.DELETED).stream()
                .filter(this::isIndexedAnew)
                .map(row -> row.id)
                .toList();
        context.showDifferently(moved);
    }

    private boolean isIndexedAnew(Content row) {
        var before = row.indexed();
        var expiresAt = row.expiresAt;
        hidden(row, row.published == null ? lastSeen(row) : row.published);
        row.expiresAt = expiresAt;
        return !before.equals(row.indexed());
    }

    /** What is found by the document that the public sees. */
    public void published(Content row, Document document, ObjectNode tree) {
        var walked = DocumentTree.ofStored(tree, context.shape(row), true);
        var languages = columns(row, document, walked);
        Drafts.replaceReferences(row, row.isCopy() ? here(row, tree) : walked.references(), true);
        var terms = new HashSet<Term>();
        languages.forEach(language -> terms.add(new Term("language", language)));
        document.areas().forEach(key -> terms.add(new Term("area", key)));
        context.shape(row).properties().stream()
                .filter(property -> property.filterable() && tree.has(property.name()))
                .forEach(property -> terms.add(
                        new Term(property.name(), tree.get(property.name()).asText())));
        row.terms.retainAll(terms);
        row.terms.addAll(terms);
        var figures = Stream.ofNullable(document.figures())
                .flatMap(List::stream)
                .flatMap(figure -> figure.reached().map(reached -> new Figure(figure.metric(), reached)).stream())
                .collect(Collectors.toSet());
        row.figures.retainAll(figures);
        row.figures.addAll(figures);
    }

    /**
     * What a copy refers to that is here, is of a type that fits there, and would not have it stand above itself. What is
     * not here is noted, in case it comes, and what closes a circle, in case it opens.
     */
    private Set<Reference> here(Content row, ObjectNode tree) {
        var all = DocumentTree.ofStored(tree, context.shape(row), true).references();
        var types = context.headers().types(all.stream().map(Reference::target).collect(Collectors.toSet()));
        var unfit = new HashSet<UUID>();
        new DocumentTree(tree.deepCopy(), context.shape(row), true, (id, property, pointer) -> {
            var target = UUID.fromString(id.asText());
            if (!property.targets().isEmpty() && !property.targets().contains(types.getOrDefault(target, ""))) {
                unfit.add(target);
            }
            return target;
        });
        var circle = new Hierarchy(context).turnedAround(row, tree);
        unfit.addAll(circle);
        var missing = all.stream()
                .map(Reference::target)
                .filter(target -> !types.containsKey(target) || circle.contains(target))
                .collect(Collectors.toSet());
        row.missing.retainAll(missing);
        row.missing.addAll(missing);
        return all.stream()
                .filter(reference -> types.containsKey(reference.target()) && !unfit.contains(reference.target()))
                .collect(Collectors.toSet());
    }

    /** Links the copies that came before, and refer to what came now; their ids, but for those that have to wait on. */
    public List<UUID> linkWaiting(Content row) {
        var linked = new ArrayList<UUID>();
        for (var owner : context.contents().waitingFor(row.id)) {
            var before = Set.copyOf(owner.references);
            var tree = DocumentJson.tree(owner.current());
            published(owner, document(owner, tree), tree);
            // So that it counts as one that shows the item.
            context.contents().flush();
            if (!before.equals(owner.references)) {
                linked.add(owner.id);
            }
        }
        return linked;
    }

    /** By what editors find an item that the public does not see. */
    public void hidden(Content row, String stored) {
        var tree = DocumentJson.tree(stored);
        columns(row, document(row, tree), DocumentTree.ofStored(tree, context.shape(row), false));
    }

    /** What every row has, and the languages it speaks. */
    Set<String> columns(Content row, Document document, DocumentTree walked) {
        row.index(
                document,
                DocumentJson.write(document.label()),
                context.settings().timeZone());
        var languages = walked.languagesOf(document);
        row.languages = String.join(",", languages);
        return languages;
    }

    private Document document(Content row, ObjectNode tree) {
        return DocumentJson.document(tree, context.type(row).document());
    }
}
