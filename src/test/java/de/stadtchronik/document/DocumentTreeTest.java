package de.stadtchronik.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one walk through a document finds, and what it changes. */
class DocumentTreeTest {

    private static final UUID HALL = new UUID(0, 1);
    private static final UUID TOPIC = new UUID(0, 2);
    private static final UUID PERSON = new UUID(0, 3);
    private static final Map<String, UUID> ITEMS =
            Map.of("places/hall", HALL, "topics/5g", TOPIC, "people/host", PERSON);

    private static final String WRITTEN = "{'title': {'de': 'Treffen', 'en': 'Meeting'}, 'place': 'places/hall',"
            + " 'topics': ['topics/5g', {'title': {'fr': 'Ville'}}],"
            + " 'speakers': [{'person': 'people/host', 'role': 'HOST'}]}";

    private static DocumentTree walk(ObjectNode tree) {
        return new DocumentTree(
                tree, Meeting.SHAPE, true, (reference, property, pointer) -> ITEMS.get(reference.asText()));
    }

    @Test
    void referencesBecomeIds() {
        var tree = Meeting.tree(WRITTEN);

        walk(tree);

        assertEquals(
                Meeting.tree("{'title': {'de': 'Treffen', 'en': 'Meeting'}, 'place': '" + HALL + "', 'topics': ['"
                        + TOPIC + "', {'title': {'fr': 'Ville'}}], 'speakers': [{'person': '" + PERSON
                        + "', 'role': 'HOST'}]}"),
                tree);
    }

    @Test
    void aReferenceCountsAsItsPropertyAndItsRole() {
        assertEquals(
                Set.of(
                        new Reference(true, "place", "place", HALL),
                        new Reference(true, "topics", "topics", TOPIC),
                        new Reference(true, "speakers", "HOST", PERSON)),
                walk(Meeting.tree(WRITTEN)).references());
    }

    /** The title of something that has no item is a label, and no text of the document. */
    @Test
    void theLanguagesAreThoseOfItsTexts() {
        assertEquals(Set.of("de", "en"), walk(Meeting.tree(WRITTEN)).languages());
    }

    @Test
    void aResolverIsToldWhereAReferenceStands() {
        var places = new TreeSet<String>();

        new DocumentTree(Meeting.tree(WRITTEN), Meeting.SHAPE, false, (reference, property, pointer) -> {
            places.add(pointer);
            return HALL;
        });

        assertEquals(Set.of("/place", "/topics/0", "/speakers/0/person"), places);
    }

    @Test
    void whatIsStoredIsFoundAsItIs() {
        var stored = Meeting.tree("{'place': '" + HALL + "'}");

        var references = DocumentTree.ofStored(stored, Meeting.SHAPE, false).references();

        assertEquals(Set.of(new Reference(false, "place", "place", HALL)), references);
        assertEquals(Meeting.tree("{'place': '" + HALL + "'}"), stored);
    }
}
