package de.stadtchronik.content;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives slugs to items. One that was ever public stays with its item for good; one that never was becomes free again. */
@ApplicationScoped
public class Slugs {

    private final EntityManager database;

    Slugs(EntityManager database) {
        this.database = database;
    }

    /** The first free one for a title, other than those that are promised. */
    public String free(String type, String title, Predicate<String> promised) {
        var base = Slug.of(title);
        if (find(type, base).isEmpty() && !promised.test(base)) {
            return base;
        }
        var taken = Set.copyOf(database.createQuery(
                        "select key.slug from KnownSlug where key.type = :type and key.slug like :pattern",
                        String.class)
                .setParameter("type", type)
                .setParameter("pattern", Slug.stem(base) + "%")
                .getResultList());
        return IntStream.iterate(2, n -> n + 1)
                .mapToObj(n -> Slug.numbered(base, n))
                .filter(slug -> !taken.contains(slug) && !promised.test(slug))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Makes the slug of a draft that item's own, and lets go of those that it only meant to have.
     *
     * @throws Problem SLUG_TAKEN
     */
    public void reserve(Content row, String slug) {
        var known = own(row.type, slug, row.id);
        // What is only coming to be has no other, and an import has thousands of them.
        if (row.isHere()) {
            of(row.id).stream()
                    .filter(other -> !other.everPublic && !other.key.slug().equals(slug))
                    .forEach(database::remove);
        }
        if (known.isEmpty()) {
            database.persist(new KnownSlug(row.type, slug, row.id));
        }
    }

    /**
     * Insists that a slug is free for an item.
     *
     * @throws Problem SLUG_TAKEN if another item has, had, or means to have it
     */
    public void requireFree(String type, String slug, UUID item) {
        own(type, slug, item);
    }

    /** A slug of an item, unless it is new to it. */
    private Optional<KnownSlug> own(String type, String slug, UUID item) {
        var known = find(type, slug);
        if (known.isPresent() && !known.get().itemId.equals(item)) {
            throw Problem.taken(
                    ProblemType.SLUG_TAKEN,
                    "/slug",
                    new BilingualText("Der Kurzname „%s“ ist vergeben.", "The slug “%s” is taken.").with(slug));
        }
        return known;
    }

    /** Gives an item exactly the slugs that it has elsewhere. */
    public void replace(Content row, List<KnownSlug.Name> slugs) {
        var names = slugs.stream().map(KnownSlug.Name::slug).collect(Collectors.toSet());
        of(row.id).stream().filter(known -> !names.contains(known.key.slug())).forEach(database::remove);
        for (var slug : slugs) {
            var known = find(row.type, slug.slug()).orElseGet(() -> new KnownSlug(row.type, slug.slug(), row.id));
            known.everPublic = slug.everPublic();
            database.persist(known);
        }
    }

    /** From now on links to it may be out in the world. */
    public void publish(Content row, String slug) {
        reserve(row, slug);
        find(row.type, slug).orElseThrow().everPublic = true;
        row.slug = slug;
    }

    /** Lets go of what was never public; the rest still leads to where the item was. */
    public void releasePrivate(Content row) {
        of(row.id).stream().filter(slug -> !slug.everPublic).forEach(database::remove);
        if (row.version == 0) {
            row.slug = row.id.toString();
        }
    }

    /** Lets go of all, because a slug may hold a name. The row keeps its id, which no slug can look like. */
    public void release(Content row) {
        of(row.id).forEach(database::remove);
        row.slug = row.id.toString();
    }

    /** Whether an item other than that has, had, or means to have a slug. */
    public boolean isTaken(String type, String slug, UUID item) {
        return find(type, slug).filter(other -> !other.itemId.equals(item)).isPresent();
    }

    /** The slug of a type, if an item has it, had it, or means to have it. */
    Optional<KnownSlug> find(String type, String slug) {
        return Optional.ofNullable(database.find(KnownSlug.class, new KnownSlug.Key(type, slug)));
    }

    /** Whether links with that slug may be out in the world. */
    public boolean wasEverPublic(String type, String slug) {
        return find(type, slug).filter(known -> known.everPublic).isPresent();
    }

    public List<KnownSlug> of(UUID item) {
        return database.createQuery("from KnownSlug where itemId = :item", KnownSlug.class)
                .setParameter("item", item)
                .getResultList();
    }
}
