package de.stadtchronik.content;

import de.stadtchronik.change.Change;
import de.stadtchronik.content.Arrived.Result;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes in old versions as they were exported. They follow their item, and belong to the same change. */
record ExportedVersions(Workbench bench, Importing importing) {

    /** @throws Problem INVALID_DOCUMENT */
    Arrived bringIn(VersionRecord version) {
        var row = bench.contents().findByIdOptional(version.id());
        if (row.isPresent()) {
            return bringIn(canonical(version, bench.type(row.get())), row.get());
        }
        var item = version.id().toString();
        if (importing.expects(item)) {
            return Arrived.of(Result.CREATED, version.id());
        }
        throw Problem.invalidDocument(List.of(ReferenceResolver.unknown("/id", item)));
    }

    private VersionRecord canonical(VersionRecord version, ResourceType type) {
        var faults = new ArrayList<Fault>();
        var document = new DocumentReader(bench.rules())
                .canonical(DocumentJson.tree(version.document()), type.document(), "/document", faults::add);
        new DocumentTree(DocumentJson.tree(document), Shape.of(type.document()), true, (id, property, pointer) -> {
            if (!Slug.isUuidShaped(id.asText())) {
                faults.add(ReferenceResolver.unknown("/document" + pointer, id.asText()));
            }
            return StrayReferences.NOWHERE;
        });
        bench.rules().refuse(faults);
        return version.saying(document);
    }

    private Arrived bringIn(VersionRecord version, Content row) {
        var kept = bench.history().kept(row.id, version.version());
        if (kept.filter(old -> VersionRecord.of(old).equals(version)).isPresent()) {
            return Arrived.of(Result.UNCHANGED, row.id);
        }
        if (!importing.dryRun()) {
            requirePlace(version, row);
            kept.ifPresentOrElse(version::putInto, () -> keepNew(version));
            if (row.status == Status.WITHDRAWN && row.version == version.version()) {
                indexHidden(row, version.document());
            }
            if (!importing.wroteLast(row.id)) {
                bench.append(row, Change.Operation.SAVE, Set.of(), null);
                importing.wrote(row.id);
            }
        }
        return Arrived.of(kept.isPresent() ? Result.UPDATED : Result.CREATED, row.id);
    }

    private static void requirePlace(VersionRecord version, Content row) {
        if (version.version() > row.status.newestOldVersion(row.version)) {
            throw Problem.invalidDocument(List.of(Fault.inBody(
                    "/version",
                    "no-such-version",
                    new Words("Der Eintrag hat hier keine ältere Fassung %d.", "The item has no older version %d here.")
                            .with(version.version()))));
        }
    }

    private void keepNew(VersionRecord version) {
        var kept = new ContentVersion();
        version.putInto(kept);
        bench.history().keep(kept);
    }

    /** What was withdrawn is called and sorted as the public knew it, but still comes from where its item says. */
    private void indexHidden(Content row, String stored) {
        var origin = ItemRecord.Origin.of(row.sourceSystem, row.sourceExternalId);
        new Indexing(bench).hidden(row, stored);
        row.comesFrom(origin);
    }
}
