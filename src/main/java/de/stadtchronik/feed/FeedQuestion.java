package de.stadtchronik.feed;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.listing.AreaFilter;
import de.stadtchronik.listing.FilterLookup;
import de.stadtchronik.listing.Filters;
import de.stadtchronik.listing.ReadParameters;
import de.stadtchronik.listing.ReferenceFilter;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Languages;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a partner asks of the feed.
 *
 * @param since how far it was read; empty to begin
 * @param filter what is followed
 * @param limit how many changes a page has at most
 * @param thin whether to leave out what the items say
 */
public record FeedQuestion(Optional<FeedCursor> since, FeedFilter filter, int limit, boolean thin) {

    /** How many changes there are at most on a page. */
    public static final int MOST = 500;

    private static final int USUAL = 100;

    /** So few that a cursor still fits into an address. */
    private static final int MOST_IDS = 40;

    private static final Parameter SINCE = Parameter.matching(
            "since",
            "How far you have read: `next` of the answer before. Without it, the feed begins with everything that is"
                    + " there. Filters stay in it, and may be left out or repeated.",
            "^[A-Za-z0-9_-]+$",
            6000);
    private static final Parameter LIMIT =
            Parameter.number("limit", "How many changes a page has at most.", 1, MOST, USUAL);
    private static final Parameter DATA =
            Parameter.oneOf("data", "`none` leaves out what it is about.", List.of("none"));
    private static final Parameter TOPIC = Parameter.matching(
                    "topic", "Only what refers to one of these topics: ids or slugs.", Filters.REFERENCES, 140)
            .many();
    private static final Parameter PUBLISHER = Parameter.matching(
                    "publisher",
                    "Only what one of these publishes: ids, or paths such as `organisations/dfki`.",
                    Filters.REFERENCES,
                    140)
            .many();
    private static final Parameter LANG = Parameter.matching(
                    "lang",
                    "Only what is there in one of these languages, as BCP 47 tags. It is given in all of its languages.",
                    "^[A-Za-z0-9-]{2,35}$",
                    35)
            .many()
            .like("de");

    /** This question, continued from a place. */
    public FeedQuestion from(FeedCursor place) {
        return new FeedQuestion(Optional.of(place), place.filter(), limit, thin);
    }

    /** This question with pages of another length. */
    public FeedQuestion by(int pageLength) {
        return new FeedQuestion(since, filter, pageLength, thin);
    }

    public static List<Parameter> parameters(Collection<ResourceType> types) {
        return with(types, SINCE, LIMIT, DATA);
    }

    public static List<Parameter> manifestParameters(Collection<ResourceType> types) {
        return with(types, SINCE, DATA);
    }

    private static List<Parameter> with(Collection<ResourceType> types, Parameter... others) {
        var filters = Stream.of(type(types), TOPIC, AreaFilter.AREA, LANG, PUBLISHER);
        return Stream.concat(Arrays.stream(others), filters).toList();
    }

    private static Parameter type(Collection<ResourceType> types) {
        var names = types.stream().map(ResourceType::name).toList();
        return Parameter.oneOf("type", "Only items of one of these types.", names)
                .many();
    }

    static FeedQuestion take(Query query, ResourceTypes types, FilterLookup lookup, Optional<String> lastEventId) {
        return take(query, types, lookup, lastEventId, query.takeNumber(LIMIT));
    }

    /** Reads what is asked of the manifest, which has no pages. */
    static FeedQuestion takeManifest(Query query, ResourceTypes types, FilterLookup lookup) {
        return take(query, types, lookup, Optional.empty(), MOST);
    }

    private static FeedQuestion take(
            Query query, ResourceTypes types, FilterLookup lookup, Optional<String> lastEventId, int limit) {
        var given = query.take(SINCE);
        var since = lastEventId
                .or(() -> given)
                .flatMap(text -> query.opaque(
                        SINCE, text, cursor -> FeedCursor.read(cursor).filter(read -> isOurs(read.filter(), types))));
        var thin = query.takeWord(DATA).isPresent();
        var asked = asked(query, types);
        // Said as when following began, it means the same, whatever became of the names since.
        var again = since.map(FeedCursor::filter).filter(bound -> asked.isEmpty() || asked.equals(bound.asked()));
        var filter = again.orElseGet(() -> filter(asked, query, types, lookup));
        since.filter(cursor -> again.isEmpty() && !filter.isSameAs(cursor.filter(), lookup::survivors))
                .ifPresent(other -> query.fault(
                        SINCE,
                        "other-filter",
                        new BilingualText(
                                "%s gehört zu einem anderen Filter. Für einen neuen Filter bitte ohne since beginnen.",
                                "%s belongs to another filter. For a new filter, please begin without since."),
                        other.filter().asked().entrySet().stream()
                                .map(Object::toString)
                                .toList()));
        query.finish();
        return new FeedQuestion(since, since.map(FeedCursor::filter).orElse(filter), limit, thin);
    }

    static FeedFilter filter(Query query, ResourceTypes types, FilterLookup lookup) {
        return filter(asked(query, types), query, types, lookup);
    }

    private static FeedFilter filter(Map<String, String> asked, Query query, ResourceTypes types, FilterLookup lookup) {
        var topicType = types.all().stream()
                .filter(type -> type.findableBy().contains(TOPIC.name()))
                .map(ResourceType::name)
                .findFirst();
        var topics = ids(TOPIC, topicType, query, lookup);
        var publishers = ids(PUBLISHER, Optional.empty(), query, lookup);
        return new FeedFilter(asked, topics.orElse(null), publishers.orElse(null));
    }

    private static Map<String, String> asked(Query query, ResourceTypes types) {
        var asked = new TreeMap<String, String>();
        note("type", query.takeWords(type(types.all())), asked);
        note(AreaFilter.AREA.name(), AreaFilter.take(query), asked);
        note(LANG.name(), languages(query), asked);
        note(TOPIC.name(), query.takeMany(TOPIC), asked);
        note(PUBLISHER.name(), query.takeMany(PUBLISHER), asked);
        return asked;
    }

    /** Whether a filter in a cursor could have been asked for: a forged one may hold anything. */
    private static boolean isOurs(FeedFilter filter, ResourceTypes types) {
        if (filter.asked().values().stream().anyMatch(Objects::isNull)) {
            return false;
        }
        var query = new Query(filter.asked().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, word -> List.of(word.getValue()))));
        var asked = asked(query, types);
        return query.isClean()
                && asked.equals(filter.asked())
                && areOurs(filter.topics(), asked.containsKey(TOPIC.name()))
                && areOurs(filter.publishers(), asked.containsKey(PUBLISHER.name()));
    }

    private static boolean areOurs(@Nullable List<UUID> ids, boolean asked) {
        return ids == null
                ? !asked
                : asked && ids.size() <= MOST_IDS && ids.stream().allMatch(Objects::nonNull);
    }

    private static Optional<List<UUID>> ids(
            Parameter parameter, Optional<String> type, Query query, FilterLookup lookup) {
        if (query.takeMany(parameter).isEmpty()) {
            return Optional.empty();
        }
        var ids = ReferenceFilter.plain(parameter, type).bound(query, lookup);
        if (ids.size() > MOST_IDS) {
            query.fault(
                    parameter,
                    "too-many-values",
                    new BilingualText("%s nimmt höchstens 40 Werte.", "%s takes 40 values at most."),
                    List.of());
        }
        return Optional.of(ids);
    }

    private static List<String> languages(Query query) {
        var tags = query.takeMany(LANG);
        tags.stream()
                .filter(tag -> !Languages.isWellFormed(tag))
                .forEach(tag -> query.unknownValue(LANG, tag, ReadParameters.USUAL_LANGUAGES));
        return tags.stream()
                .filter(Languages::isWellFormed)
                .map(Languages::canonical)
                .toList();
    }

    private static void note(String name, List<String> words, Map<String, String> asked) {
        if (!words.isEmpty()) {
            asked.put(name, String.join(",", words.stream().sorted().toList()));
        }
    }
}
