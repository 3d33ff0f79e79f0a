package de.stadtchronik.content;

import de.stadtchronik.access.Actor;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.change.InstanceFacts;
import de.stadtchronik.change.Turn;
import de.stadtchronik.change.Turns;
import de.stadtchronik.settings.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All content, of every type: the only door to the table, and the only writer. */
@ApplicationScoped
public class ContentStore {

    /** Enough to find the nearest of, few enough to read for a message. */
    private static final int SUGGESTIONS = 1000;

    /** As many as there may be in trouble, and yet others get their turn. */
    private static final int DUE_AT_ONCE = 10_000;

    /** The class of SQLSTATE for what breaks a constraint (ISO/IEC 9075-2). */
    private static final String INTEGRITY = "23";

    private static final Logger LOG = Logger.getLogger(ContentStore.class);

    private static final Actor TIME = new Actor("time");

    private final ContentRepository contents;
    private final History history;
    private final Links links;
    private final ResourceTypes types;
    private final ChangeLog log;
    private final Turns turns;
    private final DocumentRules rules;
    private final InstanceFacts instance;
    private final Settings settings;
    private final Clock clock;

    ContentStore(
            ContentRepository contents,
            History history,
            Links links,
            ResourceTypes types,
            ChangeLog log,
            Turns turns,
            DocumentRules rules,
            InstanceFacts instance,
            Settings settings,
            Clock clock) {
        this.contents = contents;
        this.history = history;
        this.links = links;
        this.types = types;
        this.log = log;
        this.turns = turns;
        this.rules = rules;
        this.instance = instance;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a turn and writes in it. When this returns, all of it is on disk; if it throws a problem, nothing was written.
     *
     * @throws de.stadtchronik.problem.Problem whatever the writing is refused for
     */
    public void write(Actor actor, Consumer<Writing> work) {
        call(actor, writing -> {
            work.accept(writing);
            return work;
        });
    }

    /** The same, with a result. */
    public <T> T call(Actor actor, Function<Writing, T> work) {
        return turns.take(actor, turn -> work.apply(writing(turn)));
    }

    /** The same without effect: whatever was written is taken back. */
    public <T> T rehearse(Actor actor, Function<Writing, T> work) {
        return turns.rehearse(actor, turn -> {
            var result = work.apply(writing(turn));
            contents.flush();
            return result;
        });
    }

    /** Has positions in the log mean something new, if nothing is here yet: what an import brings has a past elsewhere. */
    public void beginEpochIfEmpty(Actor actor) {
        write(actor, writing -> {
            if (writing.isFirst()) {
                instance.beginEpoch();
            }
        });
    }

    /** Forgets what imports made known that broke off; to be called when none is under way. */
    public void forgetUnwritten(Actor actor) {
        while (QuarkusTransaction.requiringNew().call(contents::anythingUnwritten)) {
            write(actor, Writing::forgetUnwritten);
        }
    }

    /** Forgets lines of the log that are older than anybody may rely on. */
    public void forgetOldChanges() {
        var moment = clock.instant().minus(settings.changesKept());
        while (log.forgetBefore(moment)) {
            LOG.debugf("Lines of the change log from before %s are being forgotten", moment);
        }
    }

    private Writing writing(Turn turn) {
        return new Writing(
                new Workbench(turn, contents, history, types, rules, settings, links, new Slugs(contents)), log);
    }

    /**
     * Publishes and withdraws what is due. Time itself changes nothing: this does, by a write like every other, so that
     * caches, partners and the log learn of it. Every replica may try; the turn puts them in line, and the second finds
     * nothing due.
     */
    public void catchUpWithTime() {
        while (QuarkusTransaction.requiringNew().call(() -> contents.anythingDue(clock.instant()))) {
            try {
                write(TIME, Writing::doWhatIsDue);
            } catch (RuntimeException together) {
                LOG.warn("What is due cannot be done together; it is done one by one", together);
                catchUpOneByOne();
                return;
            }
        }
    }

    /** Whatever goes wrong with one item must not hold up the others. */
    private void catchUpOneByOne() {
        var due = QuarkusTransaction.requiringNew().call(() -> contents.idsDue(clock.instant(), DUE_AT_ONCE));
        for (var id : due) {
            try {
                write(TIME, writing -> writing.doWhatIsDueOf(id));
            } catch (RuntimeException alone) {
                LOG.errorf(alone, "Cannot be done at its moment: item=%s", id);
                if (isItsOwnFault(alone)) {
                    giveUp(id);
                }
            }
        }
    }

    /** Whether it would fail again; not because the database was away for a moment. */
    private static boolean isItsOwnFault(Throwable trouble) {
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return String.valueOf(refused.getSQLState()).startsWith(INTEGRITY);
            }
        }
        return true;
    }

    private void giveUp(UUID id) {
        try {
            write(TIME, writing -> writing.cancelSchedule(id));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "Stays scheduled: item=%s", id);
        }
    }

    /** The next ids and versions of the copies from a source that are there, hidden ones included, in the order of ids. */
    @Transactional
    public Map<UUID, Integer> copies(String source, UUID after, int limit) {
        return contents.copies(source, after, limit);
    }

    /** Which of some items are such copies. */
    @Transactional
    public Set<UUID> copiesAmong(String source, Collection<UUID> items) {
        return items.isEmpty() ? Set.of() : contents.copiesAmong(source, items);
    }

    /** How many they are. */
    @Transactional
    public long countCopies(String source) {
        return contents.countCopies(source);
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

    /** The item that another became part of, or else the item itself; empty if it is gone. */
    Optional<Whereabouts> survivor(Whereabouts item) {
        return contents.survivor(item);
    }

    /** The label of a public item, or of the public one that it became part of. */
    Optional<Label> label(UUID id) {
        return Optional.ofNullable(contents.labels(Set.of(id)).get(id));
    }

    /** Where the item of a slug is by now. */
    Optional<Whereabouts> whereabouts(ResourceType type, String slug) {
        return contents.whereabouts(type.name(), slug);
    }

    /** Whether links with that slug may be out in the world. */
    boolean wasEverPublic(ResourceType type, String slug) {
        return contents.slug(type.name(), slug)
                .filter(known -> known.everPublic)
                .isPresent();
    }

    Optional<Whereabouts> whereabouts(UUID id) {
        return contents.whereabouts(id);
    }

    /**
     * What editors see of an item that is there.
     *
     * @throws java.util.NoSuchElementException if it is not
     */
    @Transactional
    public DraftView draft(UUID id) {
        return DraftView.of(contents.findByIdOptional(id).orElseThrow(), types, links);
    }

    /** Whole rows, drafts included: for editors only. */
    List<Content> rows(Criteria criteria, String orderBy, int limit) {
        return contents.rows(criteria, orderBy, limit);
    }

    Optional<Content> row(UUID id) {
        return contents.findByIdOptional(id);
    }

    Optional<Version> version(Content row, int number) {
        return history.version(row, number);
    }

    List<Version> versions(Content row, int below, int limit) {
        return history.versions(row, below, limit);
    }

    /** What is needed to show a document that is not the published one. */
    Surroundings surroundings(Set<Reference> references, Set<String> include) {
        var targets = references.stream().map(Reference::target).collect(Collectors.toSet());
        if (targets.isEmpty()) {
            return Surroundings.NONE;
        }
        var wanted = references.stream()
                .filter(reference -> include.contains(reference.property()))
                .map(Reference::target)
                .collect(Collectors.toSet());
        var included = wanted.isEmpty() ? List.<PublicRow>of() : contents.publicRows(wanted);
        var labels = contents.labels(targets);
        labels.putAll(contents.labelsAround(included.stream().map(PublicRow::id).toList()));
        return new Surroundings(
                labels, included.stream().collect(Collectors.toMap(PublicRow::id, Function.identity())));
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

    private List<String> typeNames() {
        return types.all().stream().map(ResourceType::name).toList();
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
                return contents.publicIds(slug, ofType.map(List::of).orElseGet(ContentStore.this::typeNames));
            }

            @Override
            public List<UUID> publicIds(Collection<UUID> ids) {
                return contents.publicIds(ids);
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
