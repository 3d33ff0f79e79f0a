package de.stadtchronik.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes drafts public, at once or at a moment to come. */
record Publishing(Workbench bench) {

    private static final Logger LOG = Logger.getLogger(Publishing.class);

    /**
     * Makes the draft public, or, before the end of its embargo, schedules that. Does nothing if the public would see no
     * difference.
     */
    void publish(Content row, PublicationNote note) {
        Drafts.requireUnarchived(row);
        var embargo = bench.document(row, row.current()).embargo();
        if (embargo != null && embargo.toInstant().isAfter(bench.turn().now())) {
            schedule(row, embargo.toInstant(), note);
        } else {
            publish(row, bench.turn().now(), note.updateType(), note.stored());
        }
    }

    /**
     * Publishes what was scheduled, as if in the moment it was scheduled for. If that is not possible any more, for
     * instance since its publisher was erased, it stays a draft: one item must not hold up the others.
     */
    void publishDue(Content row) {
        var moment = row.publishAt == null ? bench.turn().now() : row.publishAt;
        try {
            publish(row, moment, row.publishUpdateType, row.publishChangeNote);
        } catch (Problem impossible) {
            LOG.warnf("Scheduled for %s, but cannot be published: item=%s %s", moment, row.id, impossible.getMessage());
            cancelSchedule(row);
        }
    }

    private void publish(Content row, Instant moment, @Nullable UpdateType updateType, @Nullable String changeNote) {
        var document = publishable(row, moment);
        bench.slugs().reserve(row, Drafts.slug(document, row));
        new Drafts(bench).requireOwnSource(document, row.id);
        var wasScheduled = row.scheduled();
        var revision = row.revision;
        row.isNotScheduled();
        putPublished(row, document, updateType, changeNote);
        if (wasScheduled && row.revision == revision) {
            bench.append(row, Change.Operation.UNSCHEDULE, Set.of(), null);
        }
        var full = DocumentJson.write(DocumentJson.tree(document));
        row.draft = full.equals(row.published) ? null : full;
        Drafts.forgetDraftReferences(row);
    }

    /** The draft as it would be published at a moment, if it can be. */
    private Document publishable(Content row, Instant moment) {
        var tree = DocumentJson.tree(row.current());
        complete(tree, row, moment);
        var document = DocumentJson.document(tree, bench.type(row).document());
        requirePublishable(document, moment);
        return document;
    }

    /** @throws Problem INVALID_DOCUMENT */
    void requirePublishable(Document document, Instant moment) {
        bench.rules().checkPublishable(document);
        var expiry = document.expiry();
        if (expiry != null && !expiry.toInstant().isAfter(moment)) {
            throw Problem.invalidDocument(List.of(Fault.inBody(
                    "/expiresAt",
                    "expired",
                    new Words("Der Eintrag wäre schon abgelaufen: %s.", "The item would have expired already: %s.")
                            .with(expiry))));
        }
    }

    /**
     * Gives the public a document in place of the one it had, which is kept as a version. Does nothing if the public
     * would see no difference.
     */
    void putPublished(Content row, Document document, @Nullable UpdateType updateType, @Nullable String changeNote) {
        var publicTree = PublicProjection.of(DocumentJson.tree(document), bench.shape(row));
        var projection = DocumentJson.write(publicTree);
        if (projection.equals(row.published)) {
            return;
        }
        var before = row.published;
        var shown = Shown.of(row);
        var replacedKeys = before == null ? null : FilterKeys.of(row, bench.contents());
        if (before != null) {
            bench.history().keep(ContentVersion.of(row, before));
        }
        row.published = projection;
        bench.slugs().publish(row, Drafts.slug(document, row));
        if (!row.visible) {
            row.become(Status.PUBLISHED);
            row.isBack();
        }
        row.version++;
        row.modifiedAt = bench.turn().now();
        row.updateType = updateType;
        row.changeNote = changeNote;
        row.publishedBy = bench.turn().actor().name();
        new Indexing(bench).published(row, document, publicTree);
        bench.appendPublic(row, Change.Operation.PUBLISH, Drafts.changed(before, publicTree), replacedKeys);
        bench.tellReferrers(row, shown);
    }

    /** Freezes the draft and has it published at a moment. */
    void schedule(Content row, Instant at, PublicationNote note) {
        Drafts.requireUnarchived(row);
        var embargo = bench.document(row, row.current()).embargo();
        if (!at.isAfter(bench.turn().now())) {
            throw invalidMoment("in-the-past", new Words("%s ist schon vorbei.", "%s has passed already.").with(at));
        }
        if (embargo != null && embargo.toInstant().isAfter(at)) {
            throw invalidMoment(
                    "under-embargo",
                    new Words("Bis %s gilt die Sperrfrist.", "There is an embargo until %s.").with(embargo));
        }
        publishable(row, at);
        var asBefore = at.equals(row.publishAt)
                && note.updateType() == row.publishUpdateType
                && Objects.equals(note.stored(), row.publishChangeNote);
        if (!asBefore) {
            row.publishAt = at;
            row.publishUpdateType = note.updateType();
            row.publishChangeNote = note.stored();
            bench.append(row, Change.Operation.SCHEDULE, Set.of(), null);
        }
    }

    private static Problem invalidMoment(String code, Words message) {
        return Problem.invalidDocument(List.of(Fault.inBody("/publishAt", code, message)));
    }

    void cancelSchedule(Content row) {
        if (row.scheduled()) {
            row.isNotScheduled();
            bench.append(row, Change.Operation.UNSCHEDULE, Set.of(), null);
        }
    }

    /** Fills what publication says where the editor did not. */
    void complete(ObjectNode tree, Content row, Instant moment) {
        var settings = bench.settings();
        if (!tree.path("publishedAtUnknown").asBoolean() && !tree.has("publishedAt")) {
            var knownSince = row.published == null
                    ? null
                    : DocumentJson.tree(row.published).get("publishedAt");
            if (knownSince != null) {
                tree.set("publishedAt", knownSince);
            } else {
                var now = moment.atZone(settings.timeZone()).toOffsetDateTime();
                tree.put("publishedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
            }
        }
        if (!tree.has("license")) {
            tree.put("license", settings.provider().license().toString());
        }
        if (!tree.has("attributionText")) {
            settings.provider().attribution().ifPresent(name -> tree.put("attributionText", name));
        }
    }
}
