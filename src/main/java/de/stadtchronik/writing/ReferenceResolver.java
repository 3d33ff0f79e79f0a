package de.stadtchronik.content;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.content.Shape.Property;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.TextValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds what documents refer to, among what is stored and what is just being created beside them. */
final class ReferenceResolver implements DocumentTree.Resolver {

    private static final int MAX_TITLE = 300;

    private final ContentRepository contents;
    private final ResourceTypes types;
    private final Map<String, UUID> knownPaths = new HashMap<>();
    private final Map<UUID, String> knownTypes = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    ReferenceResolver(ContentRepository contents, ResourceTypes types) {
        this.contents = contents;
        this.types = types;
    }

    /** Tells of an item to come, so that others may refer to it before it is there. */
    void announce(ResourceType type, String slug, UUID id) {
        note(type.path() + "/" + slug, type, id);
    }

    private void note(String path, ResourceType type, UUID id) {
        knownPaths.put(path, id);
        knownTypes.put(id, type.name());
    }

    /** Everything that was not found, or is not of a type that may be referred to. */
    List<Fault> faults() {
        return faults;
    }

    @Override
    public UUID resolve(JsonNode reference, Property property, String pointer) {
        var id = find(reference);
        if (id.isEmpty()) {
            faults.add(unknown(pointer, reference.isTextual() ? reference.asText() : reference.toString()));
            return StrayReferences.NOWHERE;
        }
        var type = id.flatMap(this::typeOf).orElse("");
        if (!property.targets().isEmpty() && !property.targets().contains(type)) {
            faults.add(Fault.inBody(
                    pointer,
                    "wrong-type",
                    new Words(
                                    "Hier geht nur ein Verweis auf %s, nicht auf %s.",
                                    "Only a reference to %s is possible here, not to %s.")
                            .with(String.join(", ", property.targets()), type)));
        }
        return id.get();
    }

    static Fault unknown(String pointer, String reference) {
        return Fault.inBody(
                pointer,
                "unknown-reference",
                new Words("Es gibt nichts unter „%s“.", "There is nothing at “%s”.").with(reference));
    }

    /** A title follows the rules of every title: German, and not too long. */
    @Override
    public void checkTitle(JsonNode title, String pointer) {
        checkTitle(title, pointer, faults);
    }

    static void checkTitle(JsonNode title, String pointer, List<Fault> faults) {
        if (!TextValidator.isWritten(DocumentJson.text(title), MAX_TITLE)) {
            faults.add(Fault.inBody(
                    pointer + "/title",
                    "invalid-title",
                    new Words(
                            "Ein Titel braucht Deutsch (de) und hat in jeder Sprache 1 bis 300 Zeichen.",
                            "A title needs German (de), and has 1 to 300 characters in each language.")));
        }
    }

    /** The item that a reference outside of a document means. */
    Optional<UUID> find(Ref reference) {
        return find(DocumentJson.MAPPER.<JsonNode>valueToTree(reference));
    }

    private Optional<UUID> find(JsonNode reference) {
        if (!reference.isTextual()) {
            var source = reference.path("source");
            return contents.idBySource(
                    source.path("system").asText(), source.path("externalId").asText());
        }
        var text = reference.asText();
        if (Slug.isUuidShaped(text)) {
            var id = UUID.fromString(text);
            return knownTypes.containsKey(id)
                    ? Optional.of(id)
                    : contents.whereabouts(id).flatMap(contents::survivor).map(Whereabouts::id);
        }
        return Optional.ofNullable(knownPaths.get(text)).or(() -> stored(text));
    }

    private Optional<UUID> stored(String path) {
        var slash = path.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var type = types.at(path.substring(0, slash));
        var id = type.flatMap(known -> contents.idBySlug(known.name(), path.substring(slash + 1)));
        id.ifPresent(found -> note(path, type.orElseThrow(), found));
        return id;
    }

    private Optional<String> typeOf(UUID id) {
        return Optional.ofNullable(knownTypes.get(id)).or(() -> contents.type(id));
    }
}
