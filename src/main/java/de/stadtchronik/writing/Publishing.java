package de.stadtchronik.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.change.Change;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.ContentVersion;
import de.stadtchronik.content.FilterKeys;
import de.stadtchronik.content.Status;
import de.stadtchronik.content.UpdateType;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.PublicProjection;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes drafts public, at once or at a moment to come. */
public record Publishing(WriteContext context) {

    private static final Logger LOG = Logger.getLogger(Publishing.class);

    /**
     * Makes the draft public, or, before the end of its embargo, schedules that. Does nothing if the public would see no
     * difference.
     */
    public void publish(Content row, PublicationNote note) {
        Drafts.requireUnarchived(row);
        var embargo =
                context.document(row, row.current()).embargo(context.settings().timeZone());
        if (embargo != null && embargo.toInstant().isAfter(context.turn().now())) {
            schedule(row, embargo.toInstant(), note);
        } else {
            publish(row, context.turn().now(), note.updateType(), note.stored());
        }
    }

    /**
     * Publishes what was scheduled, as if in the moment it was scheduled for. If that is not possible any more, for
     * instance since its publisher was erased, it stays a draft: one item must not hold up the others.
     */
    void publishDue(Content row) {
        var moment = row.publishAt == null ? context.turn().now() : row.publishAt;
        try {
            requirePublicPublisher(row);
            publish(row, moment, row.publishUpdateType, row.publishChangeNote);
        } catch (Problem impossible) {
            LOG.warnf("Scheduled for %s, but cannot be published: item=%s %s", moment, row.id, impossible.getMessage());
            cancelSchedule(row);
        }
    }

    private void publish(Content row, Instant moment, @Nullable UpdateType updateType, @Nullable String changeNote) {
        var document = publishable(row, moment);
        context.slugs().reserve(row, Drafts.slug(document, row));
        new Drafts(context).requireOwnSource(document, row.id);
        var wasScheduled = row.scheduled();
        var revision = row.revision;
        row.isNotScheduled();
        putPublished(row, document, updateType, changeNote);
        if (wasScheduled && row.revision == revision) {
            context.append(row, Change.Operation.UNSCHEDULE, Set.of(), null);
        }
        var full = DocumentJson.write(DocumentJson.tree(document));
        row.draft = full.equals(row.published) ? null : full;
        Drafts.forgetDraftReferences(row);
    }

    /** The draft as it would be published at a moment, if it can be. */
    private Document publishable(Content row, Instant moment) {
        var tree = DocumentJson.tree(row.current());
        complete(tree, row, moment);
        var document = DocumentJson.document(tree, context.type(row).document());
        requirePublishable(document, moment);
        return document;
    }

    /**
     * Refuses an item whose publisher the public does not see by the time it sees the item: it would show none.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    void requirePublicPublisher(Content row) {
        var by = row.publishAt == null ? context.turn().now() : row.publishAt;
        for (var reference : context.references(row, row.current(), false)) {
            if (reference.property().equals(FilterKeys.PUBLISHER)) {
                var publisher = context.anyRow(context.headers().mergedInto(reference.target()));
                if (!publisher.visible && (publisher.publishAt == null || publisher.publishAt.isAfter(by))) {
                    throw Problem.invalidDocument(List.of(Violation.inBody(
                            "/publisher",
                            "not-public",
                            new BilingualText(
                                            "„%s“ ist nicht öffentlich; der Eintrag erschiene ohne Herausgeber.",
                                            "“%s” is not public; the item would appear without a publisher.")
                                    .with(publisher.slug))));
                }
            }
        }
    }

    /**
     * Refuses a document that cannot be published as it is.
     *
     * @throws Problem INVALID_DOCUMENT if a text is missing, or it has expired
     */
    public void requirePublishable(Document document, Instant moment) {
        context.rules().checkPublishable(document);
        var expiry = document.expiry(context.settings().timeZone());
        if (expiry != null && !expiry.toInstant().isAfter(moment)) {
            throw Problem.invalidDocument(List.of(Violation.inBody(
                    "/" + document.expiryProperty(),
                    "expired",
                    new BilingualText(
                                    "Der Eintrag wäre schon abgelaufen: %s.",
                                    "The item would have expired already: %s.")
                            .with(expiry))));
        }
    }

    /**
     * Gives the public a document in place of the one it had, which is kept as a version. Does nothing if the public
     * would see no difference.
     */
    void putPublished(Content row, Document document, @Nullable UpdateType updateType, @Nullable String changeNote) {
        var publicTree = PublicProjection.of(DocumentJson.tree(document), context.shape(row));
        var projection = DocumentJson.write(publicTree);
        if (projection.equals(row.published)) {
            return;
        }
        var before = row.published;
        var shown = Visibility.of(row);
        var replacedKeys = before == null ? null : FilterKeys.of(row, context.contents());
        if (before != null) {
            context.history().keep(ContentVersion.of(row, before));
        }
        row.published = projection;
        context.slugs().publish(row, Drafts.slug(document, row));
        if (!row.visible) {
            row.become(Status.PUBLISHED);
            row.isBack();
        }
        row.version++;
        row.modifiedAt = context.turn().now();
        row.updateType = updateType;
        row.changeNote = changeNote;
        row.publishedBy = context.turn().actor().name();
        new Indexing(context).published(row, document, publicTree);
        context.appendPublic(row, Change.Operation.PUBLISH, Drafts.changed(before, publicTree), replacedKeys);
        context.tellReferrers(row, shown);
    }

    /** Freezes the draft and has it published at a moment. */
    void schedule(Content row, Instant at, PublicationNote note) {
        Drafts.requireUnarchived(row);
        var embargo =
                context.document(row, row.current()).embargo(context.settings().timeZone());
        if (!at.isAfter(context.turn().now())) {
            throw invalidMoment(
                    "in-the-past", new BilingualText("%s ist schon vorbei.", "%s has passed already.").with(at));
        }
        if (embargo != null && embargo.toInstant().isAfter(at)) {
            throw invalidMoment(
                    "under-embargo",
                    new BilingualText("Bis %s gilt die Sperrfrist.", "There is an embargo until %s.").with(embargo));
        }
        publishable(row, at);
        var asBefore = at.equals(row.publishAt)
                && note.updateType() == row.publishUpdateType
                && Objects.equals(note.stored(), row.publishChangeNote);
        if (!asBefore) {
            row.publishAt = at;
            row.publishUpdateType = note.updateType();
            row.publishChangeNote = note.stored();
            context.append(row, Change.Operation.SCHEDULE, Set.of(), null);
        }
    }

    private static Problem invalidMoment(String code, BilingualText message) {
        return Problem.invalidDocument(List.of(Violation.inBody("/publishAt", code, message)));
    }

    void cancelSchedule(Content row) {
        if (row.scheduled()) {
            row.isNotScheduled();
            context.append(row, Change.Operation.UNSCHEDULE, Set.of(), null);
        }
    }

    /** Fills in what publication presets where the editor left it out. */
    public void complete(ObjectNode tree, Content row, Instant moment) {
        var settings = context.settings();
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
