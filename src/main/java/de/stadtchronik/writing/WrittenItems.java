package de.stadtchronik.writing;

import de.stadtchronik.change.Change;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.content.DraftView;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.vocabulary.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a writer may ask of items in its turn, its own writes included, and what it may insist on. */
public final class WrittenItems {

    private final WriteContext context;
    private final ChangeLog log;

    WrittenItems(WriteContext context, ChangeLog log) {
        this.context = context;
        this.log = log;
    }

    /**
     * Insists that an item has not been written to since.
     *
     * @throws Problem STALE_REVISION with what changed, NOT_FOUND
     */
    public void requireRevision(UUID id, int revision) {
        var row = context.anyRow(id);
        if (row.revision != revision) {
            throw new Problem(
                            ProblemType.STALE_REVISION,
                            new BilingualText("Der heutige Stand ist r%d.", "The current revision is r%d.")
                                    .with(row.revision))
                    .with("revision", row.revision)
                    .with(
                            "changes",
                            log.since(id, revision).stream()
                                    .map(WrittenItems::shown)
                                    .toList());
        }
    }

    private static Map<String, Object> shown(Change change) {
        return Map.of(
                "revision", change.revision(),
                "operation", change.operation(),
                "at", change.changedAt(),
                "actor", change.actor(),
                "properties", change.properties());
    }

    /** The item that a reference means, if it exists. */
    public Optional<UUID> find(Ref reference) {
        return new ReferenceResolver(context.headers(), context.types()).find(reference);
    }

    /**
     * The item that came from a source, if there is one.
     *
     * @throws Problem SOURCE_TAKEN if it became part of another, which came from elsewhere and must not be overwritten
     */
    public Optional<UUID> findBySource(String system, String externalId) {
        return context.itemBySource(system, externalId);
    }

    /**
     * Insists that an item is of a type.
     *
     * @throws Problem SOURCE_TAKEN if it is of another
     */
    public void requireType(UUID id, ResourceType type) {
        if (!context.row(id).type.equals(type.name())) {
            throw new Problem(
                    ProblemType.SOURCE_TAKEN,
                    new BilingualText(
                            "Aus dieser Quelle stammt schon ein Eintrag anderer Art.",
                            "An item of another type is from this source already."));
        }
    }

    /**
     * The revision of an item.
     *
     * @throws Problem NOT_FOUND
     */
    public int revision(UUID id) {
        return context.anyRow(id).revision;
    }

    /**
     * What would have to change if an item went, or became part of another. What is archived never changes.
     *
     * @throws Problem NOT_FOUND
     */
    public List<Referrer> referrers(UUID id) {
        var row = context.anyRow(id);
        return context.contents().referrers(row.id).stream()
                .filter(ReferenceRemoval::mayChange)
                .map(referrer -> Referrer.of(referrer, row.id, context.types()))
                .toList();
    }

    /** Whether it takes an editor to decide on an item: the public saw it, or will. */
    public boolean isEditorial(UUID id) {
        var row = context.anyRow(id);
        return row.version > 0 || row.scheduled();
    }

    /**
     * Insists that an item is still there.
     *
     * @throws Problem NOT_FOUND, GONE
     */
    public void requireThere(UUID id) {
        context.row(id);
    }

    public DraftView view(UUID id) {
        return context.views().of(context.anyRow(id));
    }
}
