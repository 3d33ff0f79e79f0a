package de.stadtchronik.content;

import de.stadtchronik.access.Actor;
import de.stadtchronik.change.Turns;
import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All content, of every type: the only door to the table, and the only writer. */
@ApplicationScoped
public class ContentStore {

    /** Enough to find the nearest of, few enough to read for a message. */
    private static final int SUGGESTIONS = 1000;

    private final ContentRepository contents;
    private final ResourceTypes types;
    private final Turns turns;
    private final DocumentRules rules;
    private final Settings settings;
    private final Clock clock;

    ContentStore(
            ContentRepository contents,
            ResourceTypes types,
            Turns turns,
            DocumentRules rules,
            Settings settings,
            Clock clock) {
        this.contents = contents;
        this.types = types;
        this.turns = turns;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a turn and writes in it. When this returns, all of it is on disk; if it throws a problem, nothing was written.
     *
     * @throws de.stadtchronik.problem.Problem whatever the writing is refused for
     */
    public void write(Actor actor, Consumer<Writing> work) {
        turns.take(actor, turn -> {
            work.accept(new Writing(turn, contents, types, rules, settings));
            return turn;
        });
    }

    List<PublicRow> list(Criteria criteria, String orderBy, int limit) {
        return contents.list(criteria, orderBy, limit);
    }

    long count(Criteria criteria) {
        return contents.count(criteria);
    }

    Optional<PublicRow> publicItem(ResourceType type, UUID id) {
        return contents.publicById(type.name(), id);
    }

    Optional<PublicRow> publicItem(ResourceType type, String slug) {
        return contents.publicBySlug(type.name(), slug);
    }

    /** What is needed to show items: a fixed number of queries, however many they are. */
    Surroundings surroundings(Collection<UUID> items, Set<String> include) {
        if (items.isEmpty()) {
            return Surroundings.NONE;
        }
        var labels = contents.labelsAround(items);
        if (include.isEmpty()) {
            return new Surroundings(labels, Map.of());
        }
        var included = contents.referredTo(items, include).stream()
                .collect(Collectors.toMap(PublicRow::id, Function.identity()));
        labels.putAll(contents.labelsAround(included.keySet()));
        return new Surroundings(labels, included);
    }

    Filter.Lookup lookup(Listing listing) {
        return new Filter.Lookup() {
            @Override
            public List<String> kindsInUse() {
                return contents.kinds(listing.typeNames());
            }

            @Override
            public List<String> metricsInUse() {
                return contents.metrics();
            }

            @Override
            public List<UUID> bySlug(String slug, Optional<String> ofType) {
                return contents.publicIds(slug, ofType);
            }

            @Override
            public List<String> slugs(Optional<String> ofType) {
                return contents.publicSlugs(ofType, SUGGESTIONS);
            }

            @Override
            public ResourceTypes types() {
                return types;
            }

            @Override
            public LocalDate today() {
                return LocalDate.ofInstant(clock.instant(), settings.timeZone());
            }
        };
    }
}
