package de.stadtchronik.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.content.KnownSlug;
import de.stadtchronik.content.Status;
import de.stadtchronik.content.UpdateType;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.LineProperties;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.document.StrayReferences;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Characters;
import de.stadtchronik.text.Slug;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.SourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an export: an item or an old version. */
record ExportLineParser(LineProperties line, DocumentReader documents) {

    private static final int LONGEST_NAME = 100;

    /** @throws Problem INVALID_DOCUMENT */
    ItemRecord item(ResourceTypes types) {
        var type = line.type(types);
        var item = new ItemRecord(
                ItemRecord.RECORD,
                id("id"),
                type.map(ResourceType::name).orElse(""),
                Characters.fit(line.value("slug").asText()),
                slugs(),
                line.word("status", Status.class).orElse(Status.DRAFT),
                line.number("revision", 1),
                line.number("version", 0),
                line.moment("createdAt"),
                line.moment("modifiedAt"),
                line.optionalMoment("publishAt"),
                line.optionalWord("publishUpdateType", UpdateType.class),
                line.optionalTexts("publishChangeNote"),
                line.optionalWord("updateType", UpdateType.class),
                line.optionalTexts("changeNote"),
                publishedBy(),
                line.optionalMoment("goneAt"),
                line.optionalWord("goneReason", GoneReason.class),
                line.optionalTexts("explanation"),
                line.has("successor") ? id("successor") : null,
                source(),
                harvestedFrom(),
                line.value("hidden").asBoolean() ? true : null,
                type.map(known -> document("draft", known)).orElse(null),
                type.map(known -> document("published", known)).orElse(null));
        checkWhole(item);
        line.refuseFaults();
        return item;
    }

    /** @throws Problem INVALID_DOCUMENT */
    VersionRecord version() {
        var version = new VersionRecord(
                VersionRecord.RECORD,
                id("id"),
                line.number("version", 1),
                line.moment("modifiedAt"),
                line.optionalWord("updateType", UpdateType.class),
                line.optionalTexts("changeNote"),
                publishedBy(),
                // Which type it is of, and so which shape, only the item says.
                line.object("document").map(DocumentJson::write).orElse(""));
        line.checkLength("document", version.document());
        line.refuseFaults();
        return version;
    }

    /** What has to be there together, so that no reader stumbles over the row. */
    private void checkWhole(ItemRecord item) {
        var status = item.status();
        var leadsOn = status == Status.DELETED && item.successor() != null;
        var whole = status.visible() == (item.published() != null)
                && (status == Status.DELETED) == (item.current() == null)
                && (status == Status.WITHDRAWN || status == Status.DELETED) == (item.goneAt() != null)
                && (item.goneAt() == null) == (item.goneReason() == null)
                && (status == Status.DELETED || (status == Status.DRAFT) == (item.version() == 0))
                && (item.goneReason() != GoneReason.MERGED || leadsOn)
                // A copy that its origin withdrew is deleted here, and may still say where to look instead.
                && (item.goneReason() == GoneReason.MERGED || !leadsOn || item.harvestedFrom() != null)
                && !item.id().equals(item.successor());
        if (!whole) {
            line.note(Violation.inBody(
                    "/status",
                    "not-whole",
                    new BilingualText(
                            "Status, Fassung, Dokumente, goneAt, goneReason und successor passen nicht zusammen.",
                            "Status, version, documents, goneAt, goneReason and successor do not fit together.")));
        }
        checkNames(item);
    }

    /** Its slug and its source have to be those by which others find it. */
    private void checkNames(ItemRecord item) {
        var nameless =
                item.status() == Status.DELETED && item.slug().equals(item.id().toString());
        if (!nameless && item.slugs().stream().noneMatch(known -> known.slug().equals(item.slug()))) {
            line.note(Violation.inBody(
                    "/slug",
                    "not-among-slugs",
                    new BilingualText("Der Kurzname fehlt unter slugs.", "The slug is not among the slugs.")));
        }
        var indexed = item.published() == null && item.status() == Status.DRAFT ? item.draft() : item.published();
        if (indexed != null && !Objects.equals(origin(DocumentJson.tree(indexed).path("source")), item.source())) {
            line.note(Violation.inBody(
                    "/source",
                    "contradiction",
                    new BilingualText("Das Dokument sagt etwas anderes.", "The document says something else.")));
        }
    }

    private UUID id(String name) {
        return line.id(name).orElse(StrayReferences.NOWHERE);
    }

    private List<KnownSlug.Name> slugs() {
        var slugs = new ArrayList<KnownSlug.Name>();
        if (line.has("slugs") && !line.value("slugs").isArray()) {
            line.noteUnfit("slugs", "list", "[{…}]");
        }
        for (var slug : line.value("slugs")) {
            var name = slug.path("slug").asText();
            if (Slug.isWellFormed(name) && !Slug.isUuidShaped(name)) {
                slugs.add(new KnownSlug.Name(name, slug.path("everPublic").asBoolean()));
            } else {
                line.noteUnfit("slugs", "slug", "sommerfest-2020");
            }
        }
        return KnownSlug.Name.inOrder(slugs);
    }

    private Ref.@Nullable SourceKey source() {
        return origin(line.value("source"));
    }

    private @Nullable String harvestedFrom() {
        var name = line.value("harvestedFrom").textValue();
        if (name != null && !SourceName.isWellFormed(name)) {
            line.noteUnfit("harvestedFrom", "name", "mainz");
            return null;
        }
        return name;
    }

    private static Ref.@Nullable SourceKey origin(JsonNode source) {
        return Ref.SourceKey.of(
                LineProperties.text(source.path("system")), LineProperties.text(source.path("externalId")));
    }

    private @Nullable String publishedBy() {
        var name = line.text("publishedBy");
        return name == null || name.length() > LONGEST_NAME ? null : name;
    }

    private @Nullable String document(String name, ResourceType type) {
        if (!line.has(name)) {
            return null;
        }
        var text = line.object(name)
                .map(document -> documents.canonical(document, type.document(), "/" + name, line::note));
        text.ifPresent(document -> line.checkLength(name, document));
        return text.orElse(null);
    }
}
