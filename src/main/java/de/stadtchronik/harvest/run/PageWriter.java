package de.stadtchronik.harvest.run;

import de.stadtchronik.clock.Outage;
import de.stadtchronik.harvest.copies.HarvestWriter;
import de.stadtchronik.harvest.copies.HarvestedItem;
import de.stadtchronik.harvest.copies.HarvestedItemReader;
import de.stadtchronik.harvest.origin.Entry;
import de.stadtchronik.harvest.origin.Pull;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.writing.ContentStore;
import de.stadtchronik.writing.Writing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Stores what a page contains: in one turn, or, where that fails, item by item. */
@ApplicationScoped
class PageWriter {

    private static final Logger LOG = Logger.getLogger(PageWriter.class);

    private final HarvestState state;
    private final ContentStore store;
    private final HarvestedItemReader reader;

    PageWriter(HarvestState state, ContentStore store, HarvestedItemReader reader) {
        this.state = state;
        this.store = store;
        this.reader = reader;
    }

    void store(Task task, Pull.Part part) {
        var rejects = new LinkedHashMap<Entry, List<Violation>>();
        var copies = read(task, part, rejects);
        try {
            store.write(Harvester.actor(task.name()), writing -> {
                var all = new LinkedHashMap<>(rejects);
                all.putAll(write(task, writing, copies));
                state.note(task, part, all);
            });
        } catch (RuntimeException together) {
            if (isNoFaultOfThese(together)) {
                throw together;
            }
            LOG.warnf(
                    together,
                    "A page cannot be stored as a whole; storing its items one by one: source=%s",
                    task.name());
            oneByOne(task, part, copies, rejects);
        }
    }

    /**
     * Stores items one by one, so that one that cannot be stored does not hold up the rest. If the database is away,
     * that is not the item's fault: the run ends, and the next one begins with this page again.
     */
    private void oneByOne(
            Task task, Pull.Part part, Map<Entry, HarvestedItem> copies, Map<Entry, List<Violation>> rejects) {
        copies.forEach((entry, copy) -> {
            try {
                var aside = store.call(Harvester.actor(task.name()), writing -> {
                    state.held(task);
                    return write(task, writing, Map.of(entry, copy));
                });
                rejects.putAll(aside);
            } catch (RuntimeException alone) {
                if (isNoFaultOfThese(alone)) {
                    throw alone;
                }
                LOG.errorf(alone, "Item cannot be stored: source=%s item=%s", task.name(), copy.id());
                rejects.put(entry, List.of(fault("cannot-be-stored")));
            }
        });
        store.write(Harvester.actor(task.name()), writing -> state.note(task, part, rejects));
    }

    private Map<Entry, HarvestedItem> read(Task task, Pull.Part part, Map<Entry, List<Violation>> rejects) {
        var copies = new LinkedHashMap<Entry, HarvestedItem>();
        for (var entry : part.entries()) {
            if (entry.gone() != null) {
                continue;
            }
            if (entry.item() == null) {
                rejects.put(entry, List.of(fault("unreadable")));
                continue;
            }
            try {
                copies.put(entry, reader.read(task.name(), entry.item(), part.license(), state.now()));
            } catch (Problem unfit) {
                rejects.put(entry, unfit.faults());
            } catch (RuntimeException unforeseen) {
                // Whatever an origin sends, one bad item must not hold up the rest.
                LOG.warnf(unforeseen, "Item cannot be read: source=%s item=%s", task.name(), entry.id());
                rejects.put(entry, List.of(fault("unreadable")));
            }
        }
        return copies;
    }

    private static Violation fault(String code) {
        return Violation.inBody(
                "",
                code,
                new BilingualText(
                        "Dieser Eintrag lässt sich hier nicht übernehmen.", "This entry cannot be taken over here."));
    }

    /** Stores copies, and returns what is wrong with those that were set aside. */
    private static Map<Entry, List<Violation>> write(Task task, Writing writing, Map<Entry, HarvestedItem> copies) {
        var faults = new HarvestWriter(writing.context(), task.name()).all(copies.values());
        var aside = new LinkedHashMap<Entry, List<Violation>>();
        copies.forEach(
                (entry, copy) -> Optional.ofNullable(faults.get(copy.id())).ifPresent(why -> aside.put(entry, why)));
        return aside;
    }

    private static boolean isNoFaultOfThese(RuntimeException failure) {
        return failure instanceof LostLease || Outage.caused(failure);
    }
}
