package de.stadtchronik.writing;

import de.stadtchronik.change.Change;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.Status;
import de.stadtchronik.content.UpdateType;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.ReferenceRewrite;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes an item out of whatever refers to it, or puts another in its place. Old versions, and what is archived, stay as
 * they are, unless it is to be erased: readers see there what became of it, or nothing. Copies always do: they say what
 * their origin says.
 */
record ReferenceRemoval(WriteContext context) {

    /**
     * Takes an item out of drafts and of what is published.
     *
     * @return those that cannot be published without it; if there are any, the turn has to be taken back
     */
    List<Content> takeOut(Content gone, List<Content> referrers) {
        var rewrite = new ReferenceRewrite(gone.id, Optional.empty());
        return referrers.stream()
                .filter(ReferenceRemoval::mayChange)
                .filter(row -> !replace(row, rewrite, true))
                .toList();
    }

    /** Puts another in its place there. */
    void putInPlace(Content gone, Content replacement) {
        var rewrite = new ReferenceRewrite(gone.id, Optional.of(replacement.id));
        context.contents().referrers(gone.id).stream()
                .filter(ReferenceRemoval::mayChange)
                .forEach(row -> replace(row, rewrite, false));
    }

    void takeOutEverywhere(Content gone) {
        var rewrite = new ReferenceRewrite(gone.id, Optional.empty());
        context.contents().referrers(gone.id).stream()
                .filter(row -> !row.isCopy())
                .forEach(row -> replace(row, rewrite, false));
        for (var version : context.history().versionsThatName(gone.id)) {
            var row = context.anyRow(version.key.itemId());
            rewritten(version.document, row, rewrite).ifPresent(text -> version.document = text);
        }
    }

    static boolean mayChange(Content row) {
        return row.status != Status.ARCHIVED && !row.isCopy();
    }

    /**
     * Rewrites a row.
     *
     * @param strict whether what is public has to stay publishable
     * @return false if it would not
     */
    private boolean replace(Content row, ReferenceRewrite rewrite, boolean strict) {
        var revision = row.revision;
        var draft = rewritten(row.draft, row, rewrite);
        var published = rewritten(row.published, row, rewrite).map(text -> context.document(row, text));
        if (strict && published.filter(context.rules()::lacksForPublication).isPresent()) {
            return false;
        }
        published.ifPresent(document -> new Publishing(context).putPublished(row, document, UpdateType.MINOR, null));
        draft.ifPresent(text -> {
            row.draft = text.equals(row.published) ? null : text;
            Drafts.replaceReferences(row, context.references(row, text, false), false);
            Drafts.forgetDraftReferences(row);
            if (row.revision == revision) {
                context.append(row, Change.Operation.SAVE, List.of(), null);
            }
        });
        return true;
    }

    private Optional<String> rewritten(@Nullable String stored, Content row, ReferenceRewrite rewrite) {
        if (stored == null) {
            return Optional.empty();
        }
        var tree = DocumentJson.tree(stored);
        return rewrite.apply(tree, context.shape(row))
                ? Optional.of(context.canonical(row, tree).text())
                : Optional.empty();
    }
}
