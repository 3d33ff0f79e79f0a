package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.stadtchronik.document.Shape.Kind;
import de.stadtchronik.document.Shape.Property;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One walk through a document's JSON before it is stored: references become ids, and what it holds is noted. */
public final class DocumentTree {

    private final boolean published;
    private final Resolver resolver;
    private final Set<Reference> references = new HashSet<>();
    private final TreeSet<String> languages = new TreeSet<>();

    /**
     * Walks through the tree and changes its references in place.
     *
     * @param published whether the references found are those of the published document
     */
    public DocumentTree(ObjectNode tree, Shape shape, boolean published, Resolver resolver) {
        this.published = published;
        this.resolver = resolver;
        for (var property : shape.properties()) {
            visit(tree, property, "/" + property.name(), new Place(property.name(), property.name()));
        }
    }

    /** The tree of a stored document, in which every reference is an id already. */
    public static DocumentTree ofStored(ObjectNode stored, Shape shape, boolean published) {
        return new DocumentTree(stored, shape, published, (id, property, pointer) -> UUID.fromString(id.asText()));
    }

    /** Finds the item that a document refers to. */
    public interface Resolver {
        /**
         * The id of the item.
         *
         * @param reference an id, a slug path or an object with {@code source}
         * @param property what holds it, and may say which types it accepts
         * @param pointer where it stands
         */
        UUID resolve(JsonNode reference, Property property, String pointer);

        /** Checks the title of something that has no item. */
        default void checkTitle(JsonNode title, String pointer) {}
    }

    public Set<Reference> references() {
        return references;
    }

    /** The tags of all languages in which there is a text. */
    Set<String> languages() {
        return languages;
    }

    /** The languages of a document: what has no text in languages, such as a person, speaks those of its label. */
    public Set<String> languagesOf(Document document) {
        return languages.isEmpty() ? document.label().texts().keySet() : languages;
    }

    /** As which property and role a reference counts: the document's own property, and the enum nearest to it. */
    private record Place(String property, String role) {}

    private void visit(ObjectNode parent, Property property, String pointer, Place place) {
        var value = parent.get(property.name());
        if (value instanceof ArrayNode many) {
            for (var i = 0; i < many.size(); i++) {
                many.set(i, visited(many.get(i), property, pointer + "/" + i, place));
            }
        } else if (value != null) {
            parent.set(property.name(), visited(value, property, pointer, place));
        }
    }

    private JsonNode visited(JsonNode value, Property property, String pointer, Place place) {
        if (property.kind() == Kind.REFERENCE && !value.has("title")) {
            var target = resolver.resolve(value, property, pointer);
            references.add(new Reference(published, place.property(), place.role(), target));
            return TextNode.valueOf(target.toString());
        }
        if (value instanceof ObjectNode object) {
            switch (property.kind()) {
                case TEXT, MARKDOWN -> object.fieldNames().forEachRemaining(languages::add);
                case NESTED, EXTENT -> visitNested(object, property, pointer, place);
                case REFERENCE -> resolver.checkTitle(object.get("title"), pointer);
                case PLAIN -> {}
            }
        }
        return value;
    }

    private void visitNested(ObjectNode object, Property property, String pointer, Place place) {
        var shape = property.shape();
        var role = shape.qualifier()
                .map(name -> object.path(name).asText(place.role()))
                .orElse(place.role());
        for (var inner : shape.properties()) {
            visit(object, inner, pointer + "/" + inner.name(), new Place(place.property(), role));
        }
    }
}
