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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * @throws Problem INVALID_DOCUMENT, SLUG_TAKEN
     */
    public void create(List<NewItem> items) {
        var resolver = new ReferenceResolver(contents, types);
        var trees = new LinkedHashMap<NewItem, ObjectNode>();
        for (var item : items) {
            rules.check(item.document());
            var tree = DocumentJson.tree(item.document());
            tree.put("slug", freeSlug(item));
            resolver.announce(item.type(), tree.get("slug").asText(), item.id());
            trees.put(item, tree);
            contents.persist(emptyRow(item, tree));
        }
        contents.flush();
        trees.forEach((item, tree) -> {
            var row = contents.findById(item.id());
            saveDraft(row, tree, resolver);
            append(row, Change.Operation.CREATE, null);
        });
    }

    /**
     * Replaces the draft. Does nothing if that changes nothing.
     *
     * @param revision the revision the change is based on
     * @throws Problem STALE_REVISION, INVALID_DOCUMENT, SLUG_TAKEN, NOT_FOUND
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
        var slug = Optional.ofNullable(document.metadata().slug()).orElse(row.slug);
        requireFree(row.type, slug, id);
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
     * @throws Problem INVALID_DOCUMENT if something is missing that only publication needs, NOT_FOUND
     */
    public void publish(UUID id) {
        var row = row(id);
        var type = types.named(row.type);
        var tree = DocumentJson.tree(current(row));
        complete(tree, row);
        var document = DocumentJson.document(tree, type.document());
        rules.checkPublishable(document);
        var full = DocumentJson.write(DocumentJson.tree(document));
        var publicTree = DocumentJson.tree(document.asPublic());
        var projection = DocumentJson.write(publicTree);
        if (!projection.equals(row.published)) {
            var replacedKeys = row.published == null ? null : FilterKeys.of(row);
            if (row.published != null) {
                contents.keep(ContentVersion.of(row, row.published));
            }
            row.published = projection;
            row.slug = Optional.ofNullable(document.metadata().slug()).orElse(row.slug);
            row.become(Status.PUBLISHED);
            row.version++;
            row.modifiedAt = turn.now();
            index(row, document.asPublic(), publicTree);
            row.seq = append(row, Change.Operation.PUBLISH, replacedKeys);
        }
        row.draft = full.equals(projection) ? null : full;
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
        var document = DocumentJson.document(tree, type.document());
        // By way of the record, so that the same document is the same text, in whatever order it was written.
        var text = DocumentJson.write(DocumentJson.tree(document));
        if (row.revision > 0 && text.equals(current(row))) {
            return;
        }
        row.draft = text.equals(row.published) ? null : text;
        row.revision++;
        replace(row, walked, false);
        if (row.published == null) {
            row.slug = tree.get("slug").asText();
            row.index(document, DocumentJson.write(document.label()), settings.timeZone());
            row.languages = String.join(",", walked.languages());
        }
    }

    /** Makes columns, references and terms say what the published document says. */
    private void index(Content row, Document document, ObjectNode tree) {
        var shape = Shape.of(types.named(row.type).document());
        // Everything in a stored document is an id by now, so there is nothing left to find.
        var walked = new DocumentTree(tree, shape, true, (id, property, pointer) -> UUID.fromString(id.asText()));
        row.index(document, DocumentJson.write(document.label()), settings.timeZone());
        row.languages = String.join(",", walked.languages());
        replace(row, walked, true);
        var terms = new HashSet<Term>();
        walked.languages().forEach(language -> terms.add(new Term("language", language)));
        shape.properties().stream()
                .filter(property -> property.filterable() && tree.has(property.name()))
                .forEach(property -> terms.add(
                        new Term(property.name(), tree.get(property.name()).asText())));
        row.terms.retainAll(terms);
        row.terms.addAll(terms);
    }

    private static void replace(Content row, DocumentTree walked, boolean published) {
        Set<Reference> gone = row.references.stream()
                .filter(reference -> reference.published() == published)
                .filter(reference -> !walked.references().contains(reference))
                .collect(Collectors.toSet());
        row.references.removeAll(gone);
        row.references.addAll(walked.references());
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

    private long append(Content row, Change.Operation operation, @Nullable String replacedKeys) {
        return turn.append(new Change.Event(row.type, row.id, operation, row.version, replacedKeys));
    }
}
