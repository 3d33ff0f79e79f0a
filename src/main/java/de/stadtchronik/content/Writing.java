package de.stadtchronik.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.change.Turn;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a writer can do in its turn. All of it becomes visible together, or none. */
public final class Writing {

    private final Turn turn;
    private final ContentRepository contents;
    private final ResourceTypes types;
    private final DocumentRules rules;
    private final Settings settings;

    Writing(Turn turn, ContentRepository contents, ResourceTypes types, DocumentRules rules, Settings settings) {
        this.turn = turn;
        this.contents = contents;
        this.types = types;
        this.rules = rules;
        this.settings = settings;
    }

    /** Whether nothing was ever stored. */
    public boolean isFirst() {
        return contents.count() == 0;
    }

    /**
     * Creates drafts, which may refer to each other in any order.
     *
     * @throws Problem INVALID_DOCUMENT, SLUG_TAKEN, SOURCE_TAKEN
     */
    public void create(List<NewItem> items) {
        var resolver = new ReferenceResolver(contents, types);
        var drafts = new ArrayList<NewDraft>();
        for (var item : items) {
            rules.check(item.document());
            requireOwnSource(item.document(), item.id());
            var tree = DocumentJson.tree(item.document());
            tree.put("slug", freeSlug(item));
            resolver.announce(item.type(), tree.get("slug").asText(), item.id());
            var row = emptyRow(item, tree);
            contents.persist(row);
            drafts.add(new NewDraft(row, tree));
        }
        contents.flush();
        for (var draft : drafts) {
            saveDraft(draft.row(), draft.tree(), resolver);
            append(draft.row(), Change.Operation.CREATE, null);
        }
    }

    /** A row that is there, and the document whose references cannot be found before all rows are. */
    private record NewDraft(Content row, ObjectNode tree) {}

    /**
     * Replaces the draft. Does nothing if that changes nothing.
     *
     * @param revision the revision the change is based on
     * @throws Problem STALE_REVISION, INVALID_DOCUMENT, SLUG_TAKEN, SOURCE_TAKEN, NOT_FOUND
     */
    public void save(UUID id, int revision, Document document) {
        rules.check(document);
        var row = row(id);
        if (row.revision != revision) {
            throw new Problem(
                    ProblemType.STALE_REVISION,
                    new Words("Der heutige Stand ist r%d.", "The current revision is r%d.").with(row.revision));
        }
        var tree = DocumentJson.tree(document);
        var slug = slug(document, row);
        requireFree(row.type, slug, id);
        requireOwnSource(document, id);
        tree.put("slug", slug);
        var before = row.revision;
        saveDraft(row, tree, new ReferenceResolver(contents, types));
        if (row.revision != before) {
            append(row, Change.Operation.SAVE, null);
        }
    }

    /**
     * Makes the draft public. Does nothing if the public sees no difference.
     *
     * @throws Problem INVALID_DOCUMENT if something is missing that only publication needs, SLUG_TAKEN, SOURCE_TAKEN,
     *     NOT_FOUND
     */
    public void publish(UUID id) {
        var row = row(id);
        var type = types.named(row.type);
        var tree = DocumentJson.tree(current(row));
        complete(tree, row);
        var document = DocumentJson.document(tree, type.document());
        rules.checkPublishable(document);
        // Others may have published what the draft had found free.
        requireFree(row.type, slug(document, row), row.id);
        requireOwnSource(document, row.id);
        var full = DocumentJson.write(DocumentJson.tree(document));
        var publicTree = PublicProjection.of(DocumentJson.tree(document), Shape.of(type.document()));
        var projection = DocumentJson.write(publicTree);
        if (!projection.equals(row.published)) {
            var replacedKeys = row.published == null ? null : FilterKeys.of(row);
            if (row.published != null) {
                contents.keep(ContentVersion.of(row, row.published));
            }
            row.published = projection;
            row.slug = slug(document, row);
            row.become(Status.PUBLISHED);
            row.version++;
            row.modifiedAt = turn.now();
            index(row, document, publicTree);
            row.seq = append(row, Change.Operation.PUBLISH, replacedKeys);
        }
        row.draft = full.equals(projection) ? null : full;
        forgetDraftReferences(row);
    }

    private static String slug(Document document, Content row) {
        return Optional.ofNullable(document.metadata().slug()).orElse(row.slug);
    }

    private Content row(UUID id) {
        return contents.findByIdOptional(id)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new Words("Es gibt keinen Eintrag %s.", "There is no item %s.").with(id)));
    }

    private static String current(Content row) {
        var stored = row.draft == null ? row.published : row.draft;
        if (stored == null) {
            throw new IllegalStateException("item " + row.id + " has neither draft nor published document");
        }
        return stored;
    }

    private Content emptyRow(NewItem item, ObjectNode tree) {
        var row = new Content();
        row.id = item.id();
        row.type = item.type().name();
        row.slug = tree.get("slug").asText();
        row.become(Status.DRAFT);
        row.createdAt = turn.now();
        row.modifiedAt = turn.now();
        row.languages = "";
        row.draft = DocumentJson.write(tree);
        row.index(item.document(), DocumentJson.write(item.document().label()), settings.timeZone());
        return row;
    }

    private void saveDraft(Content row, ObjectNode tree, ReferenceResolver resolver) {
        var type = types.named(row.type);
        var walked = new DocumentTree(tree, Shape.of(type.document()), false, resolver);
        rules.refuse(resolver.faults());
        // Read and written once more, so that the same content is always the same text.
        var document = DocumentJson.document(tree, type.document());
        var text = DocumentJson.write(DocumentJson.tree(document));
        if (row.revision > 0 && text.equals(current(row))) {
            return;
        }
        row.draft = text.equals(row.published) ? null : text;
        row.revision++;
        replace(row, walked, false);
        forgetDraftReferences(row);
        if (row.published == null) {
            row.slug = slug(document, row);
            row.index(document, DocumentJson.write(document.label()), settings.timeZone());
            row.languages = String.join(",", languages(document, walked));
        }
    }

    /** Makes columns, references and terms say what the published document says. */
    private void index(Content row, Document document, ObjectNode tree) {
        var shape = Shape.of(types.named(row.type).document());
        // Everything in a stored document is an id by now, so there is nothing left to find.
        var walked = new DocumentTree(tree, shape, true, (id, property, pointer) -> UUID.fromString(id.asText()));
        row.index(document, DocumentJson.write(document.label()), settings.timeZone());
        row.languages = String.join(",", languages(document, walked));
        replace(row, walked, true);
        var terms = new HashSet<Term>();
        languages(document, walked).forEach(language -> terms.add(new Term("language", language)));
        document.areas().forEach(key -> terms.add(new Term("area", key)));
        shape.properties().stream()
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

    /** What has no text in languages, such as a person, speaks those of its label. */
    private static Set<String> languages(Document document, DocumentTree walked) {
        return walked.languages().isEmpty() ? document.label().texts().keySet() : walked.languages();
    }

    private static void replace(Content row, DocumentTree walked, boolean published) {
        Set<Reference> gone = row.references.stream()
                .filter(reference -> reference.published() == published)
                .filter(reference -> !walked.references().contains(reference))
                .collect(Collectors.toSet());
        row.references.removeAll(gone);
        row.references.addAll(walked.references());
    }

    /** Without a draft of its own, the published document already says what an item refers to. */
    private static void forgetDraftReferences(Content row) {
        if (row.draft == null) {
            row.references.removeIf(reference -> !reference.published());
        }
    }

    /** Fills what publication says where the editor did not. */
    private void complete(ObjectNode tree, Content row) {
        var knownSince =
                row.published == null ? null : DocumentJson.tree(row.published).get("publishedAt");
        if (!tree.path("publishedAtUnknown").asBoolean() && !tree.has("publishedAt")) {
            if (knownSince != null) {
                tree.set("publishedAt", knownSince);
            } else {
                var now = turn.now().atZone(settings.timeZone()).toOffsetDateTime();
                tree.put("publishedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
            }
        }
        if (!tree.has("license")) {
            tree.put("license", settings.provider().license().toString());
        }
        if (!tree.has("attributionText")) {
            settings.provider().attribution().ifPresent(name -> tree.put("attributionText", name));
        }
    }

    private String freeSlug(NewItem item) {
        var wanted = item.document().metadata().slug();
        if (wanted != null) {
            requireFree(item.type().name(), wanted, item.id());
            return wanted;
        }
        var base = Slug.of(item.document().label().german());
        var slug = base;
        for (var n = 2; contents.idBySlug(item.type().name(), slug).isPresent(); n++) {
            slug = Slug.numbered(base, n);
        }
        return slug;
    }

    private void requireFree(String type, String slug, UUID id) {
        if (contents.idBySlug(type, slug).filter(owner -> !owner.equals(id)).isPresent()) {
            throw new Problem(
                    ProblemType.SLUG_TAKEN,
                    new Words("Der Kurzname „%s“ ist vergeben.", "The slug “%s” is taken.").with(slug));
        }
    }

    private void requireOwnSource(Document document, UUID id) {
        var source = document.metadata().source();
        if (source != null
                && source.system() != null
                && source.externalId() != null
                && contents.idBySource(source.system(), source.externalId())
                        .filter(owner -> !owner.equals(id))
                        .isPresent()) {
            throw new Problem(
                    ProblemType.SOURCE_TAKEN,
                    new Words("„%s“ aus „%s“ gibt es schon.", "“%s” from “%s” is already here.")
                            .with(source.externalId(), source.system()));
        }
    }

    private long append(Content row, Change.Operation operation, @Nullable String replacedKeys) {
        return turn.append(new Change.Event(row.type, row.id, operation, row.version, replacedKeys));
    }
}
