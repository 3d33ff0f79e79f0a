package de.stadtchronik.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates and changes drafts. The public sees nothing of it. */
record Drafts(Workbench bench) {

    /** What a column holds at most on every database. */
    static final int LONGEST_DOCUMENT = 1_000_000;

    /** Creates drafts, which may refer to each other in any order. */
    void create(List<NewItem> items) {
        var resolver = resolver();
        var drafts = new ArrayList<NewDraft>();
        for (var item : items) {
            requireSound(item, resolver);
            requireOwnSource(item.document(), item.id());
            var slug = wantedSlug(item);
            var tree = DocumentJson.tree(item.document()).put("slug", slug);
            var row = emptyRow(item, tree, slug);
            bench.contents().persist(row);
            bench.slugs().reserve(row, slug);
            resolver.announce(item.type(), slug, item.id());
            drafts.add(new NewDraft(row, tree));
        }
        bench.contents().flush();
        for (var draft : drafts) {
            put(draft.row(), draft.tree(), resolver, Change.Operation.CREATE);
        }
    }

    /** A row that is there, and the document whose references cannot be found before all rows are. */
    private record NewDraft(Content row, ObjectNode tree) {}

    String wantedSlug(NewItem item) {
        var document = item.document();
        return Optional.ofNullable(document.metadata().slug())
                .orElseGet(() ->
                        bench.slugs().free(item.type().name(), document.label().german()));
    }

    /** Replaces the draft. Does nothing if that changes nothing. */
    void save(Content row, NewItem item, Change.Operation operation) {
        requireOpen(row);
        var resolver = resolver();
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
            bench.rules().refuse(faults);
        }
    }

    private List<Fault> faults(NewItem item) {
        return item.faults() == null ? bench.rules().breaches(item.document()) : item.faults();
    }

    /** @throws Problem ITEM_ARCHIVED, ITEM_SCHEDULED */
    static void requireOpen(Content row) {
        requireUnarchived(row);
        if (row.scheduled()) {
            throw new Problem(
                    ProblemType.ITEM_SCHEDULED,
                    new Words(
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
                    new Words(
                            "Was archiviert ist, bleibt, wie es ist; zurückziehen, zusammenführen, löschen und tilgen geht noch.",
                            "What is archived stays as it is; it can only be withdrawn, merged, deleted or erased."));
        }
    }

    private void put(Content row, ObjectNode tree, ReferenceResolver resolver, Change.Operation operation) {
        var walked = new DocumentTree(tree, bench.shape(row), false, resolver);
        bench.rules().refuse(resolver.faults());
        bench.rules().refuse(new Hierarchy(bench).circles(row, tree));
        var canonical = bench.canonical(row, tree);
        var document = canonical.document();
        var text = canonical.text();
        requireFitting(text);
        if (row.revision > 0 && text.equals(row.current())) {
            return;
        }
        var changed = changed(row.revision == 0 ? null : row.current(), canonical.tree());
        if (changed.contains("slug")) {
            bench.slugs().reserve(row, slug(document, row));
        }
        row.draft = text.equals(row.published) ? null : text;
        replaceReferences(row, walked.references(), false);
        forgetDraftReferences(row);
        if (row.version == 0) {
            row.slug = slug(document, row);
            new Indexing(bench).columns(row, document, walked);
        }
        bench.append(row, operation, changed, null);
    }

    private static void requireFitting(String text) {
        if (text.length() > LONGEST_DOCUMENT) {
            throw Problem.invalidDocument(List.of(tooLong("")));
        }
    }

    /** What to say of a document that is too long. */
    static Fault tooLong(String pointer) {
        return Fault.inBody(
                pointer,
                "too-large",
                new Words(
                        "Ein Dokument hat höchstens 1.000.000 Zeichen.",
                        "A document has 1,000,000 characters at most."));
    }

    /** The names of the properties in which two documents differ. */
    static Set<String> changed(@Nullable String before, ObjectNode newer) {
        var names = new TreeSet<String>();
        var older = before == null ? newer.objectNode() : DocumentJson.tree(before);
        newer.fieldNames().forEachRemaining(names::add);
        older.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> older.path(name).equals(newer.path(name)));
        return names;
    }

    /** What has no text in languages, such as a person, speaks those of its label. */
    static Set<String> languages(Document document, DocumentTree walked) {
        return walked.languages().isEmpty() ? document.label().texts().keySet() : walked.languages();
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

    static String slug(Document document, Content row) {
        return Optional.ofNullable(document.metadata().slug()).orElse(row.slug);
    }

    private ReferenceResolver resolver() {
        return new ReferenceResolver(bench.contents(), bench.types());
    }

    /** A row in which nothing is yet but what it is to be called. */
    Content emptyRow(NewItem item, ObjectNode tree, String slug) {
        var row = new Content();
        row.id = item.id();
        row.type = item.type().name();
        row.slug = slug;
        row.become(Status.DRAFT);
        row.createdAt = bench.turn().now();
        row.modifiedAt = bench.turn().now();
        row.languages = "";
        row.draft = DocumentJson.write(tree);
        row.index(
                item.document(),
                DocumentJson.write(item.document().label()),
                bench.settings().timeZone());
        return row;
    }

    /** @throws Problem SOURCE_TAKEN */
    void requireOwnSource(Document document, UUID id) {
        var source = document.metadata().source();
        if (source != null
                && source.system() != null
                && source.externalId() != null
                && bench.contents()
                        .rowBySource(source.system(), source.externalId())
                        .filter(owner -> !owner.equals(id))
                        .isPresent()) {
            throw sourceTaken(source.system(), source.externalId());
        }
    }

    static Problem sourceTaken(String system, String externalId) {
        return Problem.taken(
                ProblemType.SOURCE_TAKEN,
                "/source",
                new Words("„%s“ aus „%s“ gibt es schon.", "“%s” from “%s” is already here.").with(externalId, system));
    }
}
