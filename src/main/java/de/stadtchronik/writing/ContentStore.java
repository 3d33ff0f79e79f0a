package de.stadtchronik.writing;

import de.stadtchronik.access.Actor;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.change.InstanceFacts;
import de.stadtchronik.change.WriteTransaction;
import de.stadtchronik.change.WriteTransactions;
import de.stadtchronik.clock.Outage;
import de.stadtchronik.content.ContentRepository;
import de.stadtchronik.content.DraftViews;
import de.stadtchronik.content.History;
import de.stadtchronik.content.ItemHeaders;
import de.stadtchronik.content.Slugs;
import de.stadtchronik.document.DocumentRules;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.settings.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All content, of every type: the only door to the table, and the only writer. */
@ApplicationScoped
public class ContentStore {

    /** As many as there may be in trouble, and yet others get their turn. */
    private static final int DUE_AT_ONCE = 10_000;

    /** The class of SQLSTATE for what breaks a constraint (ISO/IEC 9075-2). */
    private static final String INTEGRITY = "23";

    private static final int PLACEHOLDERS_AT_ONCE = 200;

    private static final Logger LOG = Logger.getLogger(ContentStore.class);

    private static final Actor TIME = new Actor("time");

    private final ContentRepository contents;
    private final ItemHeaders headers;
    private final Slugs slugs;

    private final History history;

    private final Links links;
    private final DraftViews views;

    private final ResourceTypes types;

    private final ChangeLog log;

    private final WriteTransactions turns;

    private final DocumentRules rules;

    private final InstanceFacts instance;

    private final ComingChanges coming;

    private final Settings settings;

    private final Clock clock;

    ContentStore(
            ContentRepository contents,
            ItemHeaders headers,
            Slugs slugs,
            History history,
            Links links,
            DraftViews views,
            ResourceTypes types,
            ChangeLog log,
            WriteTransactions turns,
            DocumentRules rules,
            InstanceFacts instance,
            ComingChanges coming,
            Settings settings,
            Clock clock) {
        this.contents = contents;
        this.headers = headers;
        this.slugs = slugs;
        this.history = history;
        this.links = links;
        this.views = views;
        this.types = types;
        this.log = log;
        this.turns = turns;
        this.rules = rules;
        this.instance = instance;
        this.coming = coming;
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

    /** Takes a turn, writes in it, and returns what the work returns. */
    public <T> T call(Actor actor, Function<Writing, T> work) {
        var result = turns.take(actor, turn -> work.apply(writing(turn)));
        coming.lookAgain();
        return result;
    }

    /** Does the work as {@link #call} would, then rolls it back. */
    public <T> T rehearse(Actor actor, Function<Writing, T> work) {
        return turns.rehearse(actor, turn -> {
            var result = work.apply(writing(turn));
            contents.flush();
            return result;
        });
    }

    /** Whether nothing was ever stored, as far as it is known outside of a turn. */
    public boolean isEmpty() {
        return QuarkusTransaction.requiringNew().call(contents::isEmpty);
    }

    /** Has positions in the log mean something new, if nothing is here yet: what an import brings has a past elsewhere. */
    public void beginEpochIfEmpty(Actor actor) {
        write(actor, writing -> {
            if (writing.isFirst()) {
                instance.beginEpoch();
            }
        });
    }

    /** Forgets all placeholders that imports have left which broke off; to be called when none is under way. */
    public void forgetPlaceholders(Actor actor) {
        forgetPlaceholders(actor, QuarkusTransaction.requiringNew().call(() -> contents.placeholders()));
    }

    /** Forgets those of the placeholders of some items that still are ones. */
    public void forgetPlaceholders(Actor actor, List<UUID> ids) {
        for (var from = 0; from < ids.size(); from += PLACEHOLDERS_AT_ONCE) {
            var some = ids.subList(from, Math.min(from + PLACEHOLDERS_AT_ONCE, ids.size()));
            write(actor, writing -> new Placeholders(writing.context()).forget(some));
        }
    }

    /** Forgets lines of the log that are older than what partners may rely on. */
    public void forgetOldChanges() {
        var moment = clock.instant().minus(settings.changesKept());
        while (log.forgetBefore(moment)) {
            LOG.debugf("Lines of the change log from before %s are being forgotten", moment);
        }
    }

    private Writing writing(WriteTransaction turn) {
        return new Writing(
                new WriteContext(turn, contents, headers, slugs, history, types, rules, settings, links, views), log);
    }

    /**
     * Publishes and withdraws what is due. Time itself changes nothing: this does, by a write like every other, so that
     * caches, partners and the log learn of it. Every replica may try; the turn puts them in line, and the second finds
     * nothing due.
     */
    public void catchUpWithTime() {
        while (coming.look()) {
            try {
                write(TIME, Writing::doWhatIsDue);
            } catch (RuntimeException together) {
                if (Outage.caused(together)) {
                    throw together;
                }
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
                if (Outage.caused(alone)) {
                    throw alone;
                }
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
}
