package de.stadtchronik.exchange;

import de.stadtchronik.change.Change;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.ContentVersion;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.Shape;
import de.stadtchronik.document.StrayReferences;
import de.stadtchronik.exchange.ImportResult.Result;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.writing.Indexing;
import de.stadtchronik.writing.ReferenceResolver;
import de.stadtchronik.writing.WriteContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes in old versions as they were exported. They follow their item, and belong to the same change. */
record VersionImport(WriteContext context, Importing importing) {

    /** @throws Problem INVALID_DOCUMENT */
    ImportResult bringIn(VersionRecord version) {
        var row = context.contents().findByIdOptional(version.id()).filter(Content::isHere);
        if (row.isPresent()) {
            return bringIn(canonical(version, context.type(row.get())), row.get());
        }
        if (importing.dryRun() && importing.expects(version.id(), context)) {
            return ImportResult.of(Result.CREATED, version.id());
        }
        throw Problem.invalidDocument(
                List.of(ReferenceResolver.unknown("/id", version.id().toString())));
    }

    private VersionRecord canonical(VersionRecord version, ResourceType type) {
        var faults = new ArrayList<Violation>();
        var document = new DocumentReader(context.rules(), context.links())
                .canonical(DocumentJson.tree(version.document()), type.document(), "/document", faults::add);
        new DocumentTree(DocumentJson.tree(document), Shape.of(type.document()), true, (id, property, pointer) -> {
            if (!Slug.isUuidShaped(id.asText())) {
                faults.add(ReferenceResolver.unknown("/document" + pointer, id.asText()));
            }
            return StrayReferences.NOWHERE;
        });
        context.rules().refuse(faults);
        return version.saying(document);
    }

    private ImportResult bringIn(VersionRecord version, Content row) {
        var kept = context.history().kept(row.id, version.version());
        if (kept.filter(old -> VersionRecord.of(old).equals(version)).isPresent()) {
            return ImportResult.of(Result.UNCHANGED, row.id);
        }
        if (!importing.dryRun()) {
            requirePlace(version, row);
            kept.ifPresentOrElse(version::putInto, () -> keepNew(version));
            if (row.status == Status.WITHDRAWN && row.version == version.version()) {
                indexHidden(row, version.document());
            }
            if (!importing.wroteLast(row.id)) {
                context.append(row, Change.Operation.SAVE, Set.of(), null);
                importing.wrote(row.id);
            }
        }
        return ImportResult.of(kept.isPresent() ? Result.UPDATED : Result.CREATED, row.id);
    }

    private static void requirePlace(VersionRecord version, Content row) {
        if (version.version() > row.status.newestOldVersion(row.version)) {
            throw Problem.invalidDocument(List.of(Violation.inBody(
                    "/version",
                    "no-such-version",
                    new BilingualText(
                                    "Der Eintrag hat hier keine ältere Fassung %d.",
                                    "The item has no older version %d here.")
                            .with(version.version()))));
        }
    }

    private void keepNew(VersionRecord version) {
        var kept = new ContentVersion();
        version.putInto(kept);
        context.history().keep(kept);
    }

    /** What was withdrawn is called and sorted as the public knew it, but still comes from where its item says. */
    private void indexHidden(Content row, String stored) {
        var origin = Ref.SourceKey.of(row.sourceSystem, row.sourceExternalId);
        new Indexing(context).hidden(row, stored);
        row.comesFrom(origin);
    }
}
