package de.stadtchronik.reading;

import de.stadtchronik.change.Dependencies;
import de.stadtchronik.change.RecentChanges.Position;
import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.PublicRow;
import de.stadtchronik.listing.Listing;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is noted of an answer while it is written, for its headers. */
final class AnswerFacts {

    /** More single items would make a header too long for some proxies; then their types stand for them. */
    private static final int MOST_ITEMS = 40;

    private final Set<String> languages = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();
    private final Map<UUID, String> items = new HashMap<>();
    private final Set<UUID> named = new TreeSet<>();
    private Optional<Instant> newest = Optional.empty();
    private Optional<Instant> until = Optional.empty();

    /** The languages of all texts written so far; writers of texts add to it. */
    Set<String> languages() {
        return languages;
    }

    Optional<Instant> newest() {
        return newest;
    }

    void shows(Instant changedAt) {
        newest = Optional.of(newest.filter(changedAt::isBefore).orElse(changedAt));
    }

    void shows(PublicRow row) {
        shows(row.changedAt());
        items.put(row.id(), row.type());
    }

    /** It shows what is around an item; what is not public yet changes the item itself when it comes to be. */
    void shows(RelatedItems around) {
        around.modifications().forEach(this::shows);
        around.labels().forEach((id, label) -> {
            items.put(id, label.type());
            items.put(label.id(), label.type());
        });
        around.included().values().forEach(this::shows);
    }

    /**
     * It has whatever fulfils some criteria.
     *
     * @param all the names of all types
     */
    void lists(Listing listing, Criteria criteria, Collection<String> all) {
        named.addAll(criteria.namedItems());
        types.addAll(criteria.isLookingElsewhere() || named.size() > MOST_ITEMS ? all : listing.typeNames());
        until = criteria.until();
    }

    Basis basis() {
        return new Basis(dependencies(), Position.UNKNOWN, until);
    }

    private Dependencies dependencies() {
        var single = items.entrySet().stream()
                .filter(item -> !types.contains(item.getValue()))
                .toList();
        var few = single.size() + named.size() <= MOST_ITEMS;
        return new Dependencies(
                few ? types : union(types, single.stream().map(Map.Entry::getValue)),
                few ? union(named, single.stream().map(Map.Entry::getKey)) : named);
    }

    private static <T> Set<T> union(Set<T> some, Stream<T> more) {
        return Stream.concat(some.stream(), more).collect(Collectors.toUnmodifiableSet());
    }
}
