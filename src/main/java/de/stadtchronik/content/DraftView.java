package de.stadtchronik.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * What editors see of an item: the document as it was last written, with what the system knows around it. It can be sent
 * back as it is: what is the system's own is ignored there.
 *
 * @param revision what {@code If-Match} takes
 * @param json an object
 */
public record DraftView(UUID id, int revision, String json) {

    static DraftView of(Content row, ResourceTypes types, Links links) {
        return new DraftView(row.id, row.revision, DocumentJson.write(tree(row, types, links)));
    }

    static ObjectNode tree(Content row, ResourceTypes types, Links links) {
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
        if (PublicProjection.differs(row, Shape.of(types.named(row.type).document()))) {
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
