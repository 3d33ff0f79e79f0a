package de.stadtchronik.content;

import de.stadtchronik.change.Change;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes an item out of whatever refers to it, or puts another in its place: in drafts, in public, and in old versions. */
record Detaching(Workbench bench) {

    /**
     * Rewrites the references to an item.
     *
     * @param strict whether what is public has to stay publishable
     */
    void replace(Content gone, List<Content> referrers, Optional<UUID> replacement, boolean strict) {
        var rewrite = new ReferenceRewrite(gone.id, replacement);
        for (var row : referrers) {
            if (!row.id.equals(gone.id)) {
                replace(row, rewrite, strict);
            }
        }
        for (var version : bench.history().versionsThatName(gone.id)) {
            var row = bench.contents().findById(version.key.itemId());
            if (row != null && !row.id.equals(gone.id)) {
                rewritten(version.document, row, rewrite).ifPresent(text -> version.document = text);
            }
        }
    }

    private void replace(Content row, ReferenceRewrite rewrite, boolean strict) {
        var revision = row.revision;
        var draft = rewritten(row.draft, row, rewrite);
        rewritten(row.published, row, rewrite).ifPresent(text -> {
            var document = bench.document(row, text);
            if (strict) {
                bench.rules().checkPublishable(document);
            }
            new Publishing(bench).putPublished(row, document, UpdateType.MINOR, null);
        });
        draft.ifPresent(text -> {
            row.draft = text.equals(row.published) ? null : text;
            Drafts.replaceReferences(row, bench.references(row, text, false), false);
            Drafts.forgetDraftReferences(row);
            if (row.revision == revision) {
                bench.append(row, Change.Operation.SAVE, List.of(), null);
            }
        });
    }

    private Optional<String> rewritten(@Nullable String stored, Content row, ReferenceRewrite rewrite) {
        if (stored == null) {
            return Optional.empty();
        }
        var tree = DocumentJson.tree(stored);
        return rewrite.apply(tree, bench.shape(row))
                ? Optional.of(bench.canonical(row, tree).text())
                : Optional.empty();
    }
}
