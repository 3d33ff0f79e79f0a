package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds nothing, and notes the titles that break the rules: for documents whose references are of no interest yet. */
public final class StrayReferences implements DocumentTree.Resolver {

    /** Stands for what leads nowhere: the nil UUID (RFC 9562, section 5.9), which no item can have. Never stored. */
    public static final UUID NOWHERE = new UUID(0, 0);

    private final List<Violation> faults = new ArrayList<>();

    public List<Violation> faults() {
        return faults;
    }

    @Override
    public UUID resolve(JsonNode reference, Shape.Property property, String pointer) {
        return NOWHERE;
    }

    @Override
    public void checkTitle(JsonNode title, String pointer) {
        DocumentRules.checkTitle(title, pointer, faults);
    }

    /** Takes everything that leads nowhere out of a document. */
    public static void takeOut(ObjectNode tree, Shape shape) {
        new ReferenceRewrite(NOWHERE, Optional.empty()).apply(tree, shape);
    }
}
