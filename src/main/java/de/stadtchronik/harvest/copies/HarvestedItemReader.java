package de.stadtchronik.harvest.copies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.DocumentRules;
import de.stadtchronik.document.ForeignText;
import de.stadtchronik.document.LineProperties;
import de.stadtchronik.document.PublicProjection;
import de.stadtchronik.document.ReferenceWalk;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.document.Shape;
import de.stadtchronik.document.StrayReferences;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads items from an origin's feed. They are held to the rules for our own documents, but not to those that only editors
 * are: the origin may be older. Properties that are unknown here, because it is newer, are left out.
 */
@ApplicationScoped
public class HarvestedItemReader {

    private static final String UNKNOWN = "unknown-property";
    private static final String NOTICE = "notice";

    /** As many characters as our own editors may write. */
    private static final int LONGEST_TITLE = 300;

    private static final int LONGEST_NOTICE = 2000;

    private final DocumentReader documents;
    private final DocumentRules rules;
    private final ResourceTypes types;
    private final Settings settings;

    HarvestedItemReader(DocumentReader documents, DocumentRules rules, ResourceTypes types, Settings settings) {
        this.documents = documents;
        this.rules = rules;
        this.types = types;
        this.settings = settings;
    }

    /**
     * Reads an item.
     *
     * @param source the name of the origin here
     * @param license for items that name none
     * @throws Problem INVALID_DOCUMENT
     */
    public HarvestedItem read(String source, ObjectNode item, Optional<String> license, Instant now) {
        var line = new LineProperties(item);
        var type = line.type(types);
        var id = line.id("id");
        var version = line.number("version", 1);
        var status = line.word("status", Status.class).orElse(Status.DRAFT);
        if (!status.visible()) {
            line.noteUnfit("status", "word", Status.PUBLISHED.name(), Status.ARCHIVED.name());
        }
        var createdAt = line.moment("createdAt").truncatedTo(ChronoUnit.MILLIS);
        var modifiedAt = line.moment("modifiedAt").truncatedTo(ChronoUnit.MILLIS);
        var notice = ForeignText.read(line.value(NOTICE), LONGEST_NOTICE);
        if (status == Status.ARCHIVED && notice.isEmpty() && item.hasNonNull(NOTICE)) {
            line.noteUnfit(NOTICE, "language-map", "{\"de\": \"…\"}");
        }
        line.refuseFaults();
        var titles = new HashMap<UUID, JsonNode>();
        var document = document(type.orElseThrow(), body(source, item, license, now), titles, now);
        var shape = Shape.of(type.orElseThrow().document());
        var tree = PublicProjection.of(DocumentJson.tree(document), shape);
        StrayReferences.takeOut(tree, shape);
        return new HarvestedItem(
                type.orElseThrow(),
                id.orElseThrow(),
                version,
                status,
                createdAt,
                modifiedAt,
                notice.filter(text -> status == Status.ARCHIVED)
                        .map(DocumentJson::write)
                        .orElse(null),
                DocumentJson.document(tree, type.orElseThrow().document()),
                tree,
                Map.copyOf(titles));
    }

    /** Why an item is gone, as JSON; empty if the text breaks our rules, because the item is gone all the same. */
    public static Optional<String> explanation(JsonNode given) {
        return ForeignText.read(given, LONGEST_NOTICE).map(DocumentJson::write);
    }

    /** The document, whose {@code source} now names the origin instead of what the origin had there. */
    private ObjectNode body(String source, ObjectNode item, Optional<String> license, Instant now) {
        var body = item.deepCopy();
        if (!body.hasNonNull("license")) {
            license.ifPresent(usual -> body.put("license", usual));
        }
        var origin = body.putObject("source");
        origin.put("system", source).put("externalId", item.path("id").asText());
        origin.set("url", item.get("url"));
        origin.set("license", body.get("license"));
        origin.put(
                "retrievedAt",
                now.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(settings.timeZone())
                        .toOffsetDateTime()
                        .toString());
        return body;
    }

    private Document document(ResourceType type, ObjectNode body, Map<UUID, JsonNode> titles, Instant now) {
        new ReferenceWalk(reference -> known(reference, titles)).through(body, Shape.of(type.document()));
        var candidate = documents.foreign(type, body);
        rules.refuse(candidate.faults().stream()
                .filter(fault -> !fault.code().equals(UNKNOWN))
                .toList());
        var embargo = candidate.document().embargo(settings.timeZone());
        if (embargo != null && embargo.toInstant().isAfter(now)) {
            rules.refuse(List.of(Violation.inBody(
                    "/embargoUntil",
                    "under-embargo",
                    new BilingualText("Bis %s gilt die Sperrfrist.", "There is an embargo until %s.").with(embargo))));
        }
        DocumentRules.requireFitting(DocumentJson.write(candidate.document()));
        return candidate.document();
    }

    /** A reference as an id or a title; slugs and source keys would mean something else here. */
    private static JsonNode known(JsonNode reference, Map<UUID, JsonNode> titles) {
        var id = reference.isObject() ? reference.path("id") : reference;
        if (Slug.isUuidShaped(id.asText())) {
            var target = UUID.fromString(id.asText().toLowerCase(Locale.ROOT));
            title(reference).ifPresent(title -> titles.put(target, title));
            return TextNode.valueOf(target.toString());
        }
        return title(reference)
                .<JsonNode>map(title -> DocumentJson.MAPPER.createObjectNode().set("title", title))
                .orElse(TextNode.valueOf(StrayReferences.NOWHERE.toString()));
    }

    /** The title that comes with a reference, unless it breaks the rules for titles. */
    private static Optional<JsonNode> title(JsonNode reference) {
        var title = reference.path("title");
        var texts = title.isTextual() ? DocumentJson.MAPPER.createObjectNode().set("de", title) : title;
        return ForeignText.read(texts, LONGEST_TITLE).map(DocumentJson.MAPPER::<JsonNode>valueToTree);
    }
}
