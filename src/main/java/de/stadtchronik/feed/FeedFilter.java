package de.stadtchronik.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.FilterKeys;
import de.stadtchronik.listing.AreaFilter;
import de.stadtchronik.listing.Filters;
import de.stadtchronik.listing.ReferenceFilter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the content a partner follows. Bound when following begins: names have become ids, so that whatever is
 * renamed later cannot change what is followed. An id of what becomes part of another stands for the survivor from then
 * on.
 *
 * @param asked the parameters as they were given, by name
 * @param topics the ids of topics; absent for any
 * @param publishers the ids of publishers; absent for any
 */
public record FeedFilter(
        Map<String, String> asked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> topics,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> publishers) {

    public static final FeedFilter EVERYTHING = new FeedFilter(Map.of(), null, null);

    private static final String TYPE = "type";
    private static final String LANG = "lang";
    private static final String AREA = AreaFilter.AREA.name();

    @SuppressWarnings("NullAway") // an empty one is not written into cursors
    public FeedFilter {
        asked = asked == null ? Map.of() : new TreeMap<>(asked);
    }

    boolean isEmpty() {
        return asked.isEmpty();
    }

    /** As it was asked for, like {@code topic=kultur&type=EVENT,RELEASE}, for people to read; empty for everything. */
    public String text() {
        return asked.entrySet().stream().map(Object::toString).collect(Collectors.joining("&"));
    }

    private List<String> words(String name) {
        return Optional.ofNullable(asked.get(name))
                .map(text -> List.of(text.split(",")))
                .orElse(List.of());
    }

    /**
     * Whether another lets through the same: the same words, and what they named.
     *
     * @param survivors has ids of what became part of another be those of the survivors
     */
    boolean isSameAs(FeedFilter other, Function<List<UUID>, Set<UUID>> survivors) {
        return Stream.of(TYPE, LANG, AREA).allMatch(name -> words(name).equals(other.words(name)))
                && Optional.ofNullable(topics)
                        .map(survivors)
                        .equals(Optional.ofNullable(other.topics).map(survivors))
                && Optional.ofNullable(publishers)
                        .map(survivors)
                        .equals(Optional.ofNullable(other.publishers).map(survivors));
    }

    /**
     * Makes it ready for use.
     *
     * @param idsOfTheSame the ids by which documents may refer to what some ids lead to; none of what the public never heard
     *     of, which cannot be followed, because that would tell of it
     */
    Ready ready(Function<Collection<UUID>, Set<UUID>> idsOfTheSame) {
        return new Ready(
                this,
                Optional.ofNullable(topics).map(idsOfTheSame),
                Optional.ofNullable(publishers).map(idsOfTheSame));
    }

    /** A filter of which it is known by which ids documents may refer to what it names. */
    record Ready(FeedFilter filter, Optional<Set<UUID>> topics, Optional<Set<UUID>> publishers) {

        /** Adds to the conditions on a row what it has published has to fulfil. */
        void require(Criteria criteria) {
            var types = filter.words(TYPE);
            if (!types.isEmpty()) {
                criteria.require("c.type in ?", types);
            }
            topics.ifPresent(ids -> criteria.require(ReferenceFilter.REFERS, ids));
            publishers.ifPresent(ids -> criteria.require(ReferenceFilter.IS_PUBLISHED_BY, ids));
            var languages = filter.words(LANG);
            if (!languages.isEmpty()) {
                criteria.require(Filters.SPEAKS, languages);
            }
            var areas = filter.words(AREA);
            if (!areas.isEmpty()) {
                AreaFilter.require(areas, criteria);
            }
        }

        /** Whether something that is not public any more, or not like that, fulfilled it. */
        boolean matched(String type, FilterKeys keys) {
            var languages = filter.words(LANG);
            var areas = filter.words(AREA);
            return takes(type)
                    && topics.map(keys::refersTo).orElse(true)
                    && publishers.map(keys::publishedBy).orElse(true)
                    && (languages.isEmpty() || keys.speaks(languages))
                    && (areas.isEmpty() || keys.liesIn(areas));
        }

        /** Whether something of that type can fulfil it at all. */
        boolean takes(String type) {
            var types = filter.words(TYPE);
            return types.isEmpty() || types.contains(type);
        }
    }
}
