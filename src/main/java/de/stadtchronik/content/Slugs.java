package de.stadtchronik.content;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives slugs to items. One that was ever public stays with its item for good; one that never was becomes free again. */
final class Slugs {

    private final ContentRepository contents;

    Slugs(ContentRepository contents) {
        this.contents = contents;
    }

    /** The first free one for a title. */
    String free(String type, String title) {
        var base = Slug.of(title);
        if (contents.slug(type, base).isEmpty()) {
            return base;
        }
        var taken = contents.slugsBeginning(type, Slug.stem(base));
        return IntStream.iterate(2, n -> n + 1)
                .mapToObj(n -> Slug.numbered(base, n))
                .filter(slug -> !taken.contains(slug))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Makes the slug of a draft that item's own, and lets go of those that it only meant to have.
     *
     * @throws Problem SLUG_TAKEN
     */
    void reserve(Content row, String slug) {
        var known = own(row.type, slug, row.id);
        // Nobody has been told of a row without a revision: it has no other, and an import has thousands of them.
        if (row.revision > 0) {
            contents.slugs(row.id).stream()
                    .filter(other -> !other.everPublic && !other.key.slug().equals(slug))
                    .forEach(contents::forget);
        }
        if (known.isEmpty()) {
            contents.keep(new KnownSlug(row.type, slug, row.id));
        }
    }

    /** @throws Problem SLUG_TAKEN if another item has, had, or means to have it */
    void requireFree(String type, String slug, UUID item) {
        own(type, slug, item);
    }

    /** A slug of an item, unless it is new to it. */
    private Optional<KnownSlug> own(String type, String slug, UUID item) {
        var known = contents.slug(type, slug);
        if (known.isPresent() && !known.get().itemId.equals(item)) {
            throw Problem.taken(
                    ProblemType.SLUG_TAKEN,
                    "/slug",
                    new Words("Der Kurzname „%s“ ist vergeben.", "The slug “%s” is taken.").with(slug));
        }
        return known;
    }

    /** Gives an item exactly the slugs that it has elsewhere. */
    void replace(Content row, List<ItemRecord.NamedBy> slugs) {
        var names = slugs.stream().map(ItemRecord.NamedBy::slug).collect(Collectors.toSet());
        contents.slugs(row.id).stream()
                .filter(known -> !names.contains(known.key.slug()))
                .forEach(contents::forget);
        for (var slug : slugs) {
            var known =
                    contents.slug(row.type, slug.slug()).orElseGet(() -> new KnownSlug(row.type, slug.slug(), row.id));
            known.everPublic = slug.everPublic();
            contents.keep(known);
        }
    }

    /** From now on links to it may be out in the world. */
    void publish(Content row, String slug) {
        reserve(row, slug);
        contents.slug(row.type, slug).orElseThrow().everPublic = true;
        row.slug = slug;
    }

    /** Lets go of what was never public; the rest still leads to where the item was. */
    void releasePrivate(Content row) {
        contents.slugs(row.id).stream().filter(slug -> !slug.everPublic).forEach(contents::forget);
        if (row.version == 0) {
            row.slug = row.id.toString();
        }
    }

    /** Lets go of all, because a slug may hold a name. The row keeps its id, which no slug can look like. */
    void release(Content row) {
        contents.slugs(row.id).forEach(contents::forget);
        row.slug = row.id.toString();
    }
}
