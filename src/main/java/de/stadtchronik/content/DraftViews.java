package de.stadtchronik.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.document.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Shows items as editors see them. */
@ApplicationScoped
public class DraftViews {

    private final ContentRepository contents;
    private final ResourceTypes types;
    private final Links links;

    DraftViews(ContentRepository contents, ResourceTypes types, Links links) {
        this.contents = contents;
        this.types = types;
        this.links = links;
    }

    /**
     * An item that is there.
     *
     * @throws java.util.NoSuchElementException if it is not
     */
    @Transactional
    public DraftView of(UUID id) {
        return of(contents.findByIdOptional(id).orElseThrow());
    }

    public DraftView of(Content row) {
        return new DraftView(row.id, row.revision, DocumentJson.write(tree(row)));
    }

    public ObjectNode tree(Content row) {
        var tree = DocumentJson.MAPPER.createObjectNode();
        tree.put("id", row.id.toString());
        tree.put("type", row.type);
        tree.put("url", links.item(row.type, row.id));
        tree.put("status", row.status.name());
        tree.put("version", row.version);
        tree.put("revision", row.revision);
        tree.put("createdAt", row.createdAt.toString());
        tree.put("modifiedAt", row.modifiedAt.toString());
        if (row.status == Status.DELETED) {
            putTombstone(row, tree);
            return tree;
        }
        if (row.hasUnpublishedChanges(Shape.of(types.named(row.type).document()))) {
            putDraft(row, tree.putObject("draft"));
        }
        if (row.goneReason != null) {
            putTombstone(row, tree);
        } else if (row.explanation != null) {
            tree.set("notice", DocumentJson.tree(row.explanation));
        }
        tree.setAll(DocumentJson.tree(row.current()));
        return tree;
    }

    private static void putDraft(Content row, ObjectNode draft) {
        draft.put("state", row.scheduled() ? "SCHEDULED" : "DRAFT");
        if (row.publishAt != null) {
            draft.put("publishAt", row.publishAt.toString());
        }
        if (row.publishUpdateType != null) {
            draft.put("updateType", row.publishUpdateType.name());
        }
        if (row.publishChangeNote != null) {
            draft.set("changeNote", DocumentJson.tree(row.publishChangeNote));
        }
    }

    private static void putTombstone(Content row, ObjectNode tree) {
        var tombstone = tree.putObject("tombstone");
        tombstone.put("deletedAt", String.valueOf(row.goneAt));
        tombstone.put("reason", String.valueOf(row.goneReason));
        if (row.explanation != null) {
            tombstone.set("explanation", DocumentJson.tree(row.explanation));
        }
        if (row.successor != null) {
            tombstone.put("successor", row.successor.toString());
        }
    }
}
