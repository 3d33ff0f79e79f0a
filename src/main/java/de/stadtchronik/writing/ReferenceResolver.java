package de.stadtchronik.writing;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.content.ItemHeader;
import de.stadtchronik.content.ItemHeaders;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentRules;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.document.Shape.Property;
import de.stadtchronik.document.StrayReferences;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Nearest;
import de.stadtchronik.text.Slug;
import de.stadtchronik.vocabulary.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Finds what documents refer to, among what is stored, what is being created beside them, and what is to come. */
public final class ReferenceResolver implements DocumentTree.Resolver {

    /** Finding the nearest asks the database. */
    private static final int MOST_EXPLAINED = 10;

    private final ItemHeaders headers;
    private final ResourceTypes types;
    private final Function<JsonNode, Optional<ToCome>> toCome;
    private final Map<String, UUID> knownPaths = new HashMap<>();
    private final Map<UUID, String> knownTypes = new HashMap<>();
    private final Map<String, List<String>> slugs = new HashMap<>();
    private final List<Violation> faults = new ArrayList<>();

    public ReferenceResolver(ItemHeaders headers, ResourceTypes types) {
        this(headers, types, reference -> Optional.empty());
    }

    /** Looks for what is not stored among what is to come. */
    public ReferenceResolver(ItemHeaders headers, ResourceTypes types, Function<JsonNode, Optional<ToCome>> toCome) {
        this.headers = headers;
        this.types = types;
        this.toCome = toCome;
    }

    /** An item that is not here yet, and to which documents may refer all the same. */
    public record ToCome(UUID id, String type) {}

    /** Tells of an item to come, so that others may refer to it before it is there. */
    void announce(ResourceType type, String slug, UUID id) {
        note(type.path() + "/" + slug, type, id);
    }

    private void note(String path, ResourceType type, UUID id) {
        knownPaths.put(path, id);
        knownTypes.put(id, type.name());
    }

    private UUID noted(ToCome item) {
        knownTypes.put(item.id(), item.type());
        return item.id();
    }

    /** Everything that was not found, or is not of a type that may be referred to. */
    public List<Violation> faults() {
        return faults;
    }

    @Override
    public UUID resolve(JsonNode reference, Property property, String pointer) {
        var id = find(reference).or(() -> toCome.apply(reference).map(this::noted));
        if (id.isEmpty()) {
            faults.add(
                    reference.isTextual()
                            ? unknown(pointer, reference.asText(), property.targets())
                            : unknown(pointer, reference.toString()));
            return StrayReferences.NOWHERE;
        }
        var type = id.flatMap(this::typeOf).orElse("");
        if (!property.targets().isEmpty() && !property.targets().contains(type)) {
            faults.add(Violation.inBody(
                    pointer,
                    "wrong-type",
                    new BilingualText(
                                    "Hier geht nur ein Verweis auf %s, nicht auf %s.",
                                    "Only a reference to %s is possible here, not to %s.")
                            .with(String.join(", ", property.targets()), type)));
            return StrayReferences.NOWHERE;
        }
        return id.get();
    }

    /** With the nearest of what could be referred to, in the type that is named before the slash if that is one of those. */
    private Violation unknown(String pointer, String path, List<String> targets) {
        var fault = unknown(pointer, path);
        if (faults.size() >= MOST_EXPLAINED || Slug.isUuidShaped(path)) {
            return fault;
        }
        var slash = path.indexOf('/');
        var slug = path.substring(slash + 1);
        var possible = types.all().stream()
                .filter(type -> targets.isEmpty() || targets.contains(type.name()))
                .toList();
        var named = possible.stream()
                .filter(type -> path.startsWith(type.path() + "/"))
                .toList();
        var paths = new TreeMap<String, String>();
        (named.isEmpty() ? possible : named)
                .forEach(type -> slugs.computeIfAbsent(type.name(), headers::slugs)
                        .forEach(known -> paths.put(known, type.path() + "/" + known)));
        return fault.as(
                "",
                Nearest.question(slug, paths.keySet(), paths::get)
                        .map(fault.message()::and)
                        .orElse(fault.message()),
                Nearest.suggestions(slug, paths.keySet()).stream()
                        .map(paths::get)
                        .toList());
    }

    public static Violation unknown(String pointer, String reference) {
        return Violation.inBody(
                pointer,
                "unknown-reference",
                new BilingualText("Es gibt nichts unter „%s“.", "There is nothing at “%s”.").with(reference));
    }

    /** A title follows the rules of every title: German, and not too long. */
    @Override
    public void checkTitle(JsonNode title, String pointer) {
        DocumentRules.checkTitle(title, pointer, faults);
    }

    /** The item that a reference outside of a document means. */
    Optional<UUID> find(Ref reference) {
        return find(DocumentJson.MAPPER.<JsonNode>valueToTree(reference));
    }

    private Optional<UUID> find(JsonNode reference) {
        if (!reference.isTextual()) {
            var source = reference.path("source");
            return headers.idBySource(
                    source.path("system").asText(), source.path("externalId").asText());
        }
        var text = reference.asText();
        if (Slug.isUuidShaped(text)) {
            var id = UUID.fromString(text);
            return knownTypes.containsKey(id)
                    ? Optional.of(id)
                    : headers.find(id).flatMap(headers::survivor).map(ItemHeader::id);
        }
        return Optional.ofNullable(knownPaths.get(text)).or(() -> stored(text));
    }

    private Optional<UUID> stored(String path) {
        var slash = path.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var type = types.at(path.substring(0, slash));
        var id = type.flatMap(known -> headers.idBySlug(known.name(), path.substring(slash + 1)));
        id.ifPresent(found -> note(path, type.orElseThrow(), found));
        return id;
    }

    private Optional<String> typeOf(UUID id) {
        return Optional.ofNullable(knownTypes.get(id)).or(() -> headers.type(id));
    }
}
