package de.stadtchronik.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.Words;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A line that somebody wrote down for an import: a document, and what is to become of it. */
record WrittenLine(LineProperties line) {

    private static final List<String> PROPERTIES = List.of("type", "id", "source", "document", "publish");

    /** @throws Problem INVALID_DOCUMENT */
    Arrival.Written document(DocumentReader documents, ResourceTypes types) {
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
        return new Arrival.Written(
                type.get(),
                given.orElseGet(() -> idOf(type.get(), text)),
                candidate.document(),
                line.value("publish").asBoolean());
    }

    private void checkNames() {
        line.names().forEachRemaining(name -> {
            if (!PROPERTIES.contains(name)) {
                line.note(new Fault(
                        "/" + name,
                        null,
                        "unknown-property",
                        new Words("Dieses Feld gibt es hier nicht.", "There is no such property here."),
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
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((type.name() + "\n" + text).getBytes(StandardCharsets.UTF_8));
            var bits = ByteBuffer.wrap(hash);
            return new UUID(
                    (bits.getLong() & 0xfffL) | 0x7000L, (bits.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
