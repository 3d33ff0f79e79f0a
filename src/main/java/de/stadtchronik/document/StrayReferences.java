package de.stadtchronik.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds nothing, and notes the titles that break the rules: for documents whose references are of no interest yet. */
final class StrayReferences implements DocumentTree.Resolver {

    /** Stands for what leads nowhere: the nil UUID (RFC 9562, section 5.9), which no item can have. Never stored. */
    static final UUID NOWHERE = new UUID(0, 0);

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    @Override
    public UUID resolve(JsonNode reference, Shape.Property property, String pointer) {
        return NOWHERE;
    }

    @Override
    public void checkTitle(JsonNode title, String pointer) {
        ReferenceResolver.checkTitle(title, pointer, faults);
    }

    /** Takes all references out of a document, for as long as what it refers to may not be there yet. */
    static void takeAllOut(ObjectNode tree, Shape shape) {
        new DocumentTree(tree, shape, false, new StrayReferences());
        takeOut(tree, shape);
    }

    /** Takes everything that leads nowhere out of a document. */
    static void takeOut(ObjectNode tree, Shape shape) {
        new ReferenceRewrite(NOWHERE, Optional.empty()).apply(tree, shape);
    }
}
