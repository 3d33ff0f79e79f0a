package de.stadtchronik.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.LineProperties;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.document.Shape;
import de.stadtchronik.document.StrayReferences;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A line that an editor wrote for an import: a document, and what is to become of it. */
record WrittenLine(LineProperties line) {

    private static final List<String> PROPERTIES = List.of("type", "id", "source", "document", "publish");

    /** @throws Problem INVALID_DOCUMENT */
    ImportLine.Written document(DocumentReader documents, ResourceTypes types) {
        checkNames();
        var type = line.type(types);
        var id = line.has("id") ? line.id("id") : Optional.<UUID>empty();
        checkPublish();
        var document = line.object("document");
        if (type.isEmpty() || document.isEmpty()) {
            throw line.refusal();
        }
        var body = withSource(document.get());
        var given = line.has("id") ? id : idWithin(body);
        var candidate = documents.candidate(type.get(), body, given.orElse(null));
        candidate.faults().forEach(fault -> line.note(fault.below("/document")));
        var tree = DocumentJson.tree(candidate.document());
        var text = DocumentJson.write(tree);
        checkTitles(tree, type.get());
        line.checkLength("document", text);
        line.refuseFaults();
        return new ImportLine.Written(
                type.get(),
                given.orElseGet(() -> idOf(type.get(), text)),
                candidate.document(),
                line.value("publish").asBoolean());
    }

    private void checkNames() {
        line.names().forEachRemaining(name -> {
            if (!PROPERTIES.contains(name)) {
                line.note(new Violation(
                        "/" + name,
                        null,
                        "unknown-property",
                        new BilingualText("Dieses Feld gibt es hier nicht.", "There is no such property here."),
                        PROPERTIES));
            }
        });
    }

    private void checkPublish() {
        if (line.has("publish") && !line.value("publish").isBoolean()) {
            line.noteUnfit("publish", "boolean", "true", "false");
        }
    }

    /** The document says where it comes from, or else the line does. */
    private ObjectNode withSource(ObjectNode document) {
        if (line.value("source") instanceof ObjectNode source && !document.has("source")) {
            document.set("source", source);
        }
        return document;
    }

    private Optional<UUID> idWithin(ObjectNode document) {
        return document.has("id") ? line.id(document.get("id"), "/document/id") : Optional.empty();
    }

    private void checkTitles(ObjectNode tree, ResourceType type) {
        var titles = new StrayReferences();
        new DocumentTree(tree, Shape.of(type.document()), false, titles);
        titles.faults().forEach(fault -> line.note(fault.below("/document")));
    }

    /** An id that has the shape of a UUIDv7 (RFC 9562), is as old as can be, and is always the same for the same words. */
    private static UUID idOf(ResourceType type, String text) {
        var bits = ByteBuffer.wrap(Sha256.of(type.name() + "\n" + text));
        return new UUID(
                (bits.getLong() & 0xfffL) | 0x7000L, (bits.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }
}
