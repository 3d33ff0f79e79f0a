package de.stadtchronik.content;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.change.Change.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** Few, because each holds its document, which may be long. */
    private static final int ROWS_AT_ONCE = 100;

    /** A page that has grown to that is not made longer. */
    private static final int MOST_BYTES = 4_000_000;

    /** The reason why something is gone that is still there for others. */
    private static final String OUT_OF_SCOPE = "OUT_OF_SCOPE";

    /** Whether something is left out of it: it refers to what is not public, or became part of something else. */
    private static final String PARTLY_SHOWN = "exists (select 1 from Content t join c.references r"
            + " where t.id = r.target and t.visible = false and r.published = true)";

    private static final String ROWS = "select new " + FeedRow.class.getName()
            + "(c.seq, c.visible, coalesce(l.changedAt, c.modifiedAt), c.goneReason, c.successor, new "
            + PublicRow.class.getName() + "(c.id, c.type, c.slug, c.status, c.version, c.createdAt, c.modifiedAt,"
            + " c.published, c.languages, c.explanation), " + PARTLY_SHOWN
            + ") from Content c left join Change l on l.seq = c.seq"
            + " where c.seq > :after and c.seq <= :head and " + ContentRepository.OUR_OWN + " order by c.seq";

    private static final String THIN_ROWS =
            ROWS.replace("c.published,", "cast(null as string),").replace(PARTLY_SHOWN, "false");

    /** What may have taken something from those who follow, or changed it. */
    private static final List<Operation> PUBLIC_OPERATIONS = List.of(
            Operation.PUBLISH,
            Operation.ARCHIVE,
            Operation.WITHDRAW,
            Operation.DELETE,
            Operation.MERGE,
            Operation.ERASE,
            Operation.RELINK);

    /** Where the log stands. */
    Standing standing() {
        return session.createQuery(
                        "select new " + Standing.class.getName()
                                + "(i.epoch, c.head, coalesce((select min(l.seq) - 1 from Change l), c.head))"
                                + " from Instance i cross join ChangeCounter c",
                        Standing.class)
                .getSingleResult();
    }

    /**
     * Where the log stands.
     *
     * @param head the position of the newest line
     * @param forgotten the position of the newest line that is not kept any more
     */
    record Standing(UUID epoch, long head, long forgotten) {

        boolean knows(FeedCursor cursor) {
            return cursor.epoch().equals(epoch)
                    && cursor.after() <= head
                    && cursor.start() <= head
                    && cursor.start() >= forgotten;
        }
    }

    /** How far somebody at a place is behind. */
    FeedLag lag(FeedCursor from, Standing standing) {
        if (!standing.knows(from)) {
            return FeedLag.EXPIRED;
        }
        var items = session.createQuery(
                        "select c.id from Content c where c.seq > :after and " + ContentRepository.OUR_OWN
                                + " and (c.visible = true or c.seq > :start)",
                        UUID.class)
                .setParameter("after", from.after())
                .setParameter("start", from.start())
                .setMaxResults(FeedLag.MOST)
                .getResultList()
                .size();
        return new FeedLag(
                true, items, items == 0 ? null : firstChangeAfter(from.after()), firstLineAfter(from.start()));
    }

    private @Nullable Instant firstChangeAfter(long position) {
        return session.createQuery(
                        "select l.changedAt from Change l where l.seq > :position and l.operation in :operations"
                                + " and exists (select 1 from Content c where c.id = l.itemId and "
                                + ContentRepository.OUR_OWN + ")"
                                + " order by l.seq",
                        Instant.class)
                .setParameter("position", position)
                .setParameter("operations", PUBLIC_OPERATIONS)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private @Nullable Instant firstLineAfter(long position) {
        return session.createQuery(
                        "select l.changedAt from Change l where l.seq > :position order by l.seq", Instant.class)
                .setParameter("position", position)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    /** The part of the feed that follows a place. */
    FeedPage page(FeedCursor from, int limit, boolean thin, Standing standing) throws IOException {
        var filter = from.filter().ready(this::everPublic);
        var entries = new ArrayList<FeedEntry>();
        var bytes = 0;
        var after = from.after();
        var rest = MOST_LOOKED_AT;
        while (rest > 0) {
            var wanted = limit - entries.size() + 1;
            var chunk = from.filter().isEmpty() ? Math.min(wanted, ROWS_AT_ONCE) : ROWS_AT_ONCE;
            var rows = rows(after, standing.head(), chunk, thin);
            var judged = judge(rows, from, filter);
            for (var entry : written(judged.subList(0, Math.min(wanted, judged.size())), thin)) {
                if (entries.size() == limit || bytes > MOST_BYTES) {
                    return page(from, entries, after, standing);
                }
                entries.add(entry);
                bytes += entry.json().length;
                after = entry.seq();
            }
            if (rows.size() < chunk) {
                return page(from, entries, standing.head(), standing);
            }
            after = rows.get(rows.size() - 1).seq();
            rest -= rows.size();
        }
        return page(from, entries, after, standing);
    }

    private static FeedPage page(FeedCursor from, List<FeedEntry> entries, long after, Standing standing) {
        var caughtUp = after == standing.head();
        var next = new FeedCursor(from.epoch(), after, caughtUp ? after : from.start(), from.filter());
        return new FeedPage(List.copyOf(entries), from, next, !caughtUp, standing.head());
    }

    private List<FeedRow> rows(long after, long head, int limit, boolean thin) {
        return session.createQuery(thin ? THIN_ROWS : ROWS, FeedRow.class)
                .setParameter("after", after)
                .setParameter("head", head)
                .setMaxResults(limit)
                .getResultList();
    }

    /** A row to be given out, and the reason why it is gone; empty if it is there. */
    private record Judged(FeedRow row, Optional<String> reason) {}

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
     * Those of which somebody at a place may have a copy. What he has is as it was when his pull began, or as it was read
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
            Operation operation,
            @Nullable String replacedKeys) {}

    private static boolean mayHaveMatched(Line line, FeedFilter.Ready filter) {
        return Optional.ofNullable(line.replacedKeys())
                .map(keys -> filter.matched(line.type(), FilterKeys.read(keys)))
                // Before it was published, nothing was there.
                .orElseGet(() -> line.operation() != Operation.PUBLISH && filter.takes(line.type()));
    }

    Set<UUID> everPublic(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(session.createQuery(
                                "select c.id from Content c where c.id in :ids and c.version > 0", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    private List<FeedEntry> written(List<Judged> judged, boolean thin) throws IOException {
        // Few, so that of the others nothing has to be looked up, and no document has to be taken apart.
        var partly = judged.stream()
                .filter(entry -> entry.reason().isEmpty() && entry.row().partlyShown())
                .map(entry -> entry.row().id())
                .toList();
        var successors = judged.stream().map(entry -> entry.row().successor()).flatMap(Stream::ofNullable);
        var surroundings = new Surroundings(labels(partly, successors.toList()), Map.of());
        var entries = new ArrayList<FeedEntry>(judged.size());
        var items = new ItemWriter(types, links, Rendition.AS_WRITTEN, surroundings);
        for (var entry : judged) {
            var bytes = new ByteArrayOutputStream(thin ? 256 : 4096);
            try (var out = DocumentJson.MAPPER.createGenerator(bytes)) {
                writeStart(entry, out);
                if (entry.reason().isPresent()) {
                    writeTombstone(entry.row(), surroundings, out);
                } else if (!thin) {
                    out.writeFieldName("item");
                    var item = entry.row().item();
                    if (entry.row().partlyShown()) {
                        items.write(item, Optional.empty(), out);
                    } else {
                        items.writeWhole(item, out);
                    }
                }
                out.writeEndObject();
            }
            entries.add(new FeedEntry(entry.row().seq(), bytes.toByteArray()));
        }
        return entries;
    }

    private static void writeStart(Judged entry, JsonGenerator out) throws IOException {
        var row = entry.row();
        out.writeStartObject();
        out.writeNumberField("seq", row.seq());
        out.writeStringField("type", row.item().type());
        out.writeStringField("id", row.id().toString());
        out.writeStringField("op", entry.reason().isEmpty() ? "UPSERT" : "DELETE");
        if (entry.reason().isPresent()) {
            out.writeStringField("reason", entry.reason().get());
        }
        out.writeNumberField("version", row.item().version());
        out.writeStringField("changedAt", row.changedAt().toString());
    }

    private static void writeTombstone(FeedRow row, Surroundings surroundings, JsonGenerator out) throws IOException {
        if (row.visible()) {
            return;
        }
        var explanation = row.item().explanation();
        if (explanation != null) {
            out.writePOJOField("explanation", DocumentJson.label(explanation));
        }
        var successor = row.successor();
        if (successor != null && surroundings.labels().containsKey(successor)) {
            out.writeStringField("successor", successor.toString());
        }
    }

    /** The labels of all public items to which some refer, and of others. */
    private Map<UUID, Label> labels(Collection<UUID> owners, Collection<UUID> others) {
        var labels = new HashMap<UUID, Label>();
        if (!owners.isEmpty() || !others.isEmpty()) {
            session.createQuery(
                            "select i.id, new " + Label.class.getName()
                                    + "(s.id, s.type, s.slug, s.label, s.modifiedAt)"
                                    + ContentRepository.SURVIVORS
                                    + "where s.visible = true and (i.id in :others or i.id in"
                                    + " (select r.target from Content o join o.references r where o.id in :owners"
                                    + " and r.published = true))",
                            Object[].class)
                    .setParameter("others", others)
                    .setParameter("owners", owners)
                    .getResultStream()
                    .forEach(found -> labels.put((UUID) found[0], (Label) found[1]));
        }
        return labels;
    }
}
