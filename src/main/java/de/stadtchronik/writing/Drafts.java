package de.stadtchronik.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentRules;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.Reference;
import de.stadtchronik.document.Shape;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Creates and changes drafts. The public sees nothing of it. */
public record Drafts(WriteContext context) {

    /** Creates drafts, which may refer to each other in any order. */
    void create(List<NewItem> items) {
        var resolver = resolver();
        var drafts = new ArrayList<NewDraft>();
        for (var item : items) {
            requireSound(item, resolver);
            requireOwnSource(item.document(), item.id());
            var slug = wantedSlug(item, any -> false);
            var tree = DocumentJson.tree(item.document()).put("slug", slug);
            var row = begin(new Content(), item, tree);
            resolver.announce(item.type(), slug, item.id());
            drafts.add(new NewDraft(row, tree));
        }
        context.contents().flush();
        for (var draft : drafts) {
            put(draft.row(), draft.tree(), resolver, Change.Operation.CREATE);
        }
    }

    /** A row that is there, and the document whose references cannot be found before all rows are. */
    private record NewDraft(Content row, ObjectNode tree) {}

    /**
     * The slug that a document asks for, or a free one.
     *
     * @param promised whether it is already to become another's
     */
    public String wantedSlug(NewItem item, Predicate<String> promised) {
        var document = item.document();
        return Optional.ofNullable(document.metadata().slug())
                .orElseGet(() -> context.slugs()
                        .free(item.type().name(), document.label().german(), promised));
    }

    /** Keeps a row for what is to become a draft. */
    public Content begin(Content row, NewItem item, ObjectNode tree) {
        var slug = tree.path("slug").asText();
        fill(row, item, tree, slug);
        context.contents().persist(row);
        context.slugs().reserve(row, slug);
        return row;
    }

    void save(Content row, NewItem item, Change.Operation operation) {
        save(row, item, operation, resolver());
    }

    /** Replaces the draft. Does nothing if that changes nothing. */
    public void save(Content row, NewItem item, Change.Operation operation, ReferenceResolver resolver) {
        requireOpen(row);
        requireSound(item, resolver);
        requireOwnSource(item.document(), row.id);
        var tree = DocumentJson.tree(item.document()).put("slug", slug(item.document(), row));
        put(row, tree, resolver, operation);
    }

    /**
     * Names everything that is wrong with a document at once, references that lead nowhere included.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    private void requireSound(NewItem item, ReferenceResolver resolver) {
        var faults = new ArrayList<>(faults(item));
        if (!faults.isEmpty()) {
            new DocumentTree(
                    DocumentJson.tree(item.document()), Shape.of(item.type().document()), false, resolver);
            faults.addAll(resolver.faults());
            context.rules().refuse(faults);
        }
    }

    private List<Violation> faults(NewItem item) {
        return item.faults() == null ? context.rules().breachesByEditor(item.document()) : item.faults();
    }

    /**
     * Refuses an item whose draft rests.
     *
     * @throws Problem ITEM_ARCHIVED, ITEM_SCHEDULED
     */
    public static void requireOpen(Content row) {
        requireUnarchived(row);
        if (row.scheduled()) {
            throw new Problem(
                    ProblemType.ITEM_SCHEDULED,
                    new BilingualText(
                                    "Der Entwurf erscheint am %s und ruht bis dahin. DELETE …/schedule gibt ihn frei.",
                                    "The draft is due at %s and frozen until then. DELETE …/schedule frees it.")
                            .with(String.valueOf(row.publishAt)));
        }
    }

    /** @throws Problem ITEM_ARCHIVED */
    static void requireUnarchived(Content row) {
        if (row.status == Status.ARCHIVED) {
            throw new Problem(
                    ProblemType.ITEM_ARCHIVED,
                    new BilingualText(
                            "Was archiviert ist, bleibt, wie es ist; zurückziehen, zusammenführen, löschen und tilgen geht noch.",
                            "What is archived stays as it is; it can only be withdrawn, merged, deleted or erased."));
        }
    }

    private void put(Content row, ObjectNode tree, ReferenceResolver resolver, Change.Operation operation) {
        var walked = new DocumentTree(tree, context.shape(row), false, resolver);
        context.rules().refuse(resolver.faults());
        context.rules().refuse(new Hierarchy(context).circles(row, tree));
        var canonical = context.canonical(row, tree);
        var document = canonical.document();
        var text = canonical.text();
        DocumentRules.requireFitting(text);
        if (row.isHere() && text.equals(row.current())) {
            return;
        }
        var changed = changed(row.isHere() ? row.current() : null, canonical.tree());
        if (changed.contains("slug")) {
            context.slugs().reserve(row, slug(document, row));
        }
        row.draft = text.equals(row.published) ? null : text;
        replaceReferences(row, walked.references(), false);
        forgetDraftReferences(row);
        if (row.version == 0) {
            row.slug = slug(document, row);
            new Indexing(context).columns(row, document, walked);
        }
        context.append(row, operation, changed, null);
    }

    /** The names of the properties in which two documents differ. */
    public static Set<String> changed(@Nullable String before, ObjectNode newer) {
        var names = new TreeSet<String>();
        var older = before == null ? newer.objectNode() : DocumentJson.tree(before);
        newer.fieldNames().forEachRemaining(names::add);
        older.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> older.path(name).equals(newer.path(name)));
        return names;
    }

    static void replaceReferences(Content row, Set<Reference> references, boolean published) {
        var gone = new HashSet<>(row.references);
        gone.removeIf(reference -> reference.published() != published || references.contains(reference));
        row.references.removeAll(gone);
        row.references.addAll(references);
    }

    /** Without a draft of its own, the published document already says what an item refers to. */
    static void forgetDraftReferences(Content row) {
        if (row.draft == null) {
            row.references.removeIf(reference -> !reference.published());
        }
    }

    public static String slug(Document document, Content row) {
        return Optional.ofNullable(document.metadata().slug()).orElse(row.slug);
    }

    private ReferenceResolver resolver() {
        return new ReferenceResolver(context.headers(), context.types());
    }

    public void fill(Content row, NewItem item, ObjectNode tree, String slug) {
        row.id = item.id();
        row.type = item.type().name();
        row.slug = slug;
        row.become(Status.DRAFT);
        row.isBack();
        row.createdAt = context.turn().now();
        row.modifiedAt = context.turn().now();
        row.languages = "";
        row.draft = DocumentJson.write(tree);
        row.index(
                item.document(),
                DocumentJson.write(item.document().label()),
                context.settings().timeZone());
    }

    /**
     * Refuses a source that another item has.
     *
     * @throws Problem SOURCE_TAKEN
     */
    public void requireOwnSource(Document document, UUID id) {
        var source = document.metadata().source();
        if (source != null
                && source.system() != null
                && source.externalId() != null
                && context.headers()
                        .rowBySource(source.system(), source.externalId())
                        .filter(owner -> !owner.equals(id))
                        .isPresent()) {
            throw sourceTaken(source.system(), source.externalId());
        }
    }

    public static Problem sourceTaken(String system, String externalId) {
        return Problem.taken(
                ProblemType.SOURCE_TAKEN,
                "/source",
                new BilingualText("„%s“ aus „%s“ gibt es schon.", "“%s” from “%s” is already here.")
                        .with(externalId, system));
    }
}
