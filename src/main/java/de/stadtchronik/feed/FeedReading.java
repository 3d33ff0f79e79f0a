package de.stadtchronik.feed;

import de.stadtchronik.change.Change.Operation;
import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.FilterKeys;
import de.stadtchronik.content.PublicItems;
import de.stadtchronik.content.PublicRow;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.feed.FeedEntryWriter.Judged;
import de.stadtchronik.query.Sized;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads the feed in one state of the database: rows by their place, and for those that are not what is followed, whether
 * they were when it was last read.
 */
record FeedReading(StatelessSession session, ResourceTypes types, Links links) {

    /** How many rows are looked at for one page; what is rare takes several. */
    private static final int MOST_LOOKED_AT = 10_000;

    private static final int ROWS_AT_ONCE = 100;

    /** The reason why something is gone that is still there for others. */
    private static final String OUT_OF_SCOPE = "OUT_OF_SCOPE";

    /** Whether something is left out of it: it refers to what is not public, or became part of something else. */
    private static final String PARTLY_SHOWN = "exists (select 1 from Content t join c.references r"
            + " where t.id = r.target and t.visible = false and r.published = true)";

    /** Rows after a place, in the order of their places. */
    private static final String NEXT =
            " from Content c where c.seq > :after and c.seq <= :head and " + PublicItems.OUR_OWN + " order by c.seq";

    private static final String ROWS = "select new " + FeedRow.class.getName()
            + "(c.seq, c.visible, c.changedAt, c.goneReason, c.successor, new "
            + PublicRow.class.getName() + "(c.id, c.type, c.slug, c.status, c.version, c.createdAt, c.modifiedAt,"
            + " c.published, c.languages, c.explanation), " + PARTLY_SHOWN + ")" + NEXT;

    private static final String SIZES =
            "select new " + Sized.class.getName() + "(c.id, coalesce(octet_length(c.published), 0))" + NEXT;

    private static final String THIN_ROWS =
            ROWS.replace("c.published,", "cast(null as string),").replace(PARTLY_SHOWN, "false");

    /** What may have taken something from those who follow, or changed it. */
    static final List<String> PUBLIC_OPERATIONS = Stream.of(
                    Operation.PUBLISH,
                    Operation.ARCHIVE,
                    Operation.WITHDRAW,
                    Operation.DELETE,
                    Operation.MERGE,
                    Operation.ERASE,
                    Operation.RELINK)
            .map(Enum::name)
            .toList();

    /** The part of the feed that follows a place. */
    FeedPage page(FeedCursor from, int limit, boolean thin, LogPosition standing) throws IOException {
        var filter = from.filter().ready(this::idsOfTheSame);
        var writer = new FeedEntryWriter(session, types, links);
        var entries = new ArrayList<FeedEntry>();
        var bytes = 0;
        var after = from.after();
        var rest = MOST_LOOKED_AT;
        while (rest > 0 && after < standing.head()) {
            var wanted = limit - entries.size() + 1;
            var chunk = from.filter().isEmpty() ? Math.min(wanted, ROWS_AT_ONCE) : ROWS_AT_ONCE;
            var fitting = thin ? chunk : fitting(after, standing.head(), chunk);
            var rows = rows(after, standing.head(), fitting, thin);
            var judged = judge(rows, from, filter);
            for (var entry : writer.write(judged.subList(0, Math.min(wanted, judged.size())), thin)) {
                if (entries.size() == limit || bytes > Sized.MOST) {
                    return page(from, entries, after, standing);
                }
                entries.add(entry);
                bytes += entry.json().length;
                after = entry.seq();
            }
            if (rows.size() < fitting) {
                return page(from, entries, standing.head(), standing);
            }
            after = rows.get(rows.size() - 1).seq();
            rest -= rows.size();
        }
        return page(from, entries, after, standing);
    }

    private static FeedPage page(FeedCursor from, List<FeedEntry> entries, long after, LogPosition standing) {
        var caughtUp = after == standing.head();
        var next = new FeedCursor(from.epoch(), after, caughtUp ? after : from.start(), from.filter());
        return new FeedPage(List.copyOf(entries), from, next, !caughtUp, standing.head());
    }

    /** How many of the next rows may be read at once; more than there are, if that are all. */
    private int fitting(long after, long head, int most) {
        var sizes = session.createQuery(SIZES, Sized.class)
                .setParameter("after", after)
                .setParameter("head", head)
                .setMaxResults(most)
                .getResultList();
        var fitting = Sized.fitting(sizes, most).ids().size();
        return fitting < sizes.size() ? fitting : most;
    }

    private List<FeedRow> rows(long after, long head, int limit, boolean thin) {
        return session.createQuery(thin ? THIN_ROWS : ROWS, FeedRow.class)
                .setParameter("after", after)
                .setParameter("head", head)
                .setMaxResults(limit)
                .getResultList();
    }

    private List<Judged> judge(List<FeedRow> rows, FeedCursor from, FeedFilter.Ready filter) {
        var shown = shown(rows, from.filter(), filter);
        var others = rows.stream()
                .filter(row -> !shown.contains(row.id()) && row.seq() > from.start())
                .map(FeedRow::id)
                .toList();
        var knew = from.filter().isEmpty() ? new HashSet<>(others) : matched(others, from, filter);
        return rows.stream()
                .filter(row -> shown.contains(row.id()) || knew.contains(row.id()))
                .map(row -> new Judged(row, shown.contains(row.id()) ? Optional.empty() : Optional.of(reason(row))))
                .toList();
    }

    private static String reason(FeedRow row) {
        return row.goneReason() == null || row.visible()
                ? OUT_OF_SCOPE
                : row.goneReason().name();
    }

    /** Those that are there, and are what is followed. */
    private Set<UUID> shown(List<FeedRow> rows, FeedFilter followed, FeedFilter.Ready filter) {
        var visible = rows.stream().filter(FeedRow::visible).map(FeedRow::id).collect(Collectors.toSet());
        if (followed.isEmpty() || visible.isEmpty()) {
            return visible;
        }
        var criteria = new Criteria();
        criteria.require("c.id in ?", visible);
        filter.require(criteria);
        var query = session.createQuery("select c.id from Content c where " + criteria.where(), UUID.class);
        criteria.values().forEach(query::setParameter);
        return new HashSet<>(query.getResultList());
    }

    /**
     * Those of which a partner at a place may have a copy. That copy is as it was when his pull began, or as it was read
     * since; what changed twice while he was pulling may have passed him by once. Each line kept the keys of the state
     * that it replaced, so those up to the first one after his place say what he may have. What is not known counts,
     * because it is worse to keep what is gone than to drop what was never there.
     */
    private Set<UUID> matched(Collection<UUID> ids, FeedCursor from, FeedFilter.Ready filter) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var matched = new HashSet<>(ids);
        var lines = session.createQuery(
                        "select new " + Line.class.getName() + "(l.itemId, l.type, l.operation, l.replacedKeys)"
                                + " from Change l where l.itemId in :ids and l.operation in :operations"
                                + " and l.seq > :start and l.seq <= (select min(f.seq) from Change f"
                                + " where f.itemId = l.itemId and f.operation in :operations and f.seq > :after)",
                        Line.class)
                .setParameter("ids", ids)
                .setParameter("start", from.start())
                .setParameter("after", Math.max(from.after(), from.start()))
                .setParameter("operations", PUBLIC_OPERATIONS)
                .getResultList();
        lines.forEach(line -> matched.remove(line.itemId()));
        lines.stream().filter(line -> mayHaveMatched(line, filter)).forEach(line -> matched.add(line.itemId()));
        return matched;
    }

    /** What a line says of what it replaced. */
    record Line(
            UUID itemId,
            String type,
            String operation,
            @Nullable String replacedKeys) {}

    private static boolean mayHaveMatched(Line line, FeedFilter.Ready filter) {
        return Optional.ofNullable(line.replacedKeys())
                .map(keys -> filter.matched(line.type(), FilterKeys.read(keys)))
                // Before it was published, nothing was there.
                .orElseGet(() -> !line.operation().equals(Operation.PUBLISH.name()) && filter.takes(line.type()));
    }

    /** The ids by which documents may refer to what some ids lead to, as far as the public has ever heard of it. */
    Set<UUID> idsOfTheSame(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(session.createQuery(PublicItems.IDS_OF_THE_SAME, UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }
}
