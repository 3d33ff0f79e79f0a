package de.stadtchronik.packaged;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.FormatMethod;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Compares a database with what was acknowledged, table by table and by plain SQL, so that it does not rely on the code
 * that wrote it. That each item is whole can be told because its content is a {@link NumberedText}.
 */
final class Audit {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection database;
    private final List<String> faults = new ArrayList<>();

    private Audit(Connection database) {
        this.database = database;
    }

    /**
     * Everything that is not as it was acknowledged, or not whole; empty if all is well.
     *
     * @param acknowledged versions of releases that were saved and published in one write, and are named like their id
     */
    static List<String> faults(Connection database, List<Ledger.Entry> acknowledged) throws SQLException {
        var audit = new Audit(database);
        audit.logHasNoHole();
        var log = audit.log();
        var items = audit.publishedAsOftenAsTheySay();
        audit.acknowledgedIsThere(acknowledged, items, log);
        audit.itemsAre(items, log);
        return audit.faults;
    }

    /**
     * Everything that is not as it is remembered, or not whole; empty if all is well.
     *
     * @param items all releases that there are
     */
    static List<String> faults(Connection database, Map<UUID, Remembered> items) throws SQLException {
        var audit = new Audit(database);
        audit.logHasNoHole();
        audit.itemsAre(items, audit.log());
        return audit.faults;
    }

    private void logHasNoHole() throws SQLException {
        query(
                "select count(*), coalesce(min(seq), 1), coalesce(max(seq), 0), (select head from change_counter) from change",
                log -> {
                    require(
                            log.getLong(2) == 1 && log.getLong(1) == log.getLong(3),
                            "the log has a hole: %d lines from %d to %d",
                            log.getLong(1),
                            log.getLong(2),
                            log.getLong(3));
                    require(
                            log.getLong(3) == log.getLong(4),
                            "the counter is at %d, the log at %d",
                            log.getLong(4),
                            log.getLong(3));
                });
        query(
                "select count(*) from change where type <> 'KEY' and item_id not in (select id from content)",
                orphans -> require(orphans.getLong(1) == 0, "%d lines about nothing", orphans.getLong(1)));
        query(
                "select count(*) from content where status <> 'DELETED' and not exists (select 1 from slug"
                        + " where slug.item_id = content.id and slug.type = content.type and slug.slug = content.slug)",
                nameless -> require(nameless.getLong(1) == 0, "%d items without their slug", nameless.getLong(1)));
    }

    /** A line of the log. */
    private record Line(long seq, int revision, String operation, int version) {

        boolean isPublication() {
            return operation.equals("PUBLISH");
        }

        /** Whether the public could notice. */
        boolean isPublic() {
            return isPublication() || operation.equals("WITHDRAW") || (operation.equals("DELETE") && version > 0);
        }

        @Override
        public String toString() {
            return revision + " " + operation + " " + version;
        }
    }

    /** The lines of each item, in order. */
    private Map<UUID, List<Line>> log() throws SQLException {
        var lines = new HashMap<UUID, List<Line>>();
        query(
                "select item_id, seq, revision, operation, version from change order by seq",
                row -> lines.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Line(row.getLong(2), row.getInt(3), row.getString(4), row.getInt(5))));
        return lines;
    }

    private Map<UUID, Remembered> publishedAsOftenAsTheySay() throws SQLException {
        var items = new HashMap<UUID, Remembered>();
        query("select id, version from content where type = 'RELEASE'", row -> {
            var id = row.getObject(1, UUID.class);
            items.put(id, Remembered.published(id.toString(), row.getInt(2)));
        });
        return items;
    }

    private void acknowledgedIsThere(
            List<Ledger.Entry> acknowledged, Map<UUID, Remembered> items, Map<UUID, List<Line>> log) {
        for (var entry : acknowledged) {
            var item = items.get(entry.id());
            var publications = log.getOrDefault(entry.id(), List.of()).stream()
                    .filter(Line::isPublication)
                    .toList();
            require(item != null, "%s is lost", entry.id());
            require(
                    item == null || item.version() >= entry.version(),
                    "%s version %d is lost",
                    entry.id(),
                    entry.version());
            require(
                    publications.size() >= entry.version()
                            && publications.get(entry.version() - 1).seq() == entry.seq(),
                    "%s version %d is not at %d in the log",
                    entry.id(),
                    entry.version(),
                    entry.seq());
        }
    }

    private void itemsAre(Map<UUID, Remembered> items, Map<UUID, List<Line>> log) throws SQLException {
        rowsAre(items, log);
        var versions = oldVersions(items);
        var references = words("select r.owner, case when r.published then 'TRUE ' else 'FALSE ' end"
                + " || r.property || ' ' || t.slug from reference r join content t on t.id = r.target");
        var terms = words("select owner, word from term where name = 'language'");
        items.forEach((id, item) -> {
            var lines = log.getOrDefault(id, List.of());
            same(id, "log", item.log(), lines.stream().map(Line::toString).toList());
            same(id, "old versions", item.oldVersions(), versions.getOrDefault(id, Map.of()));
            same(id, "references", references(item), references.getOrDefault(id, Set.of()));
            same(id, "terms", Set.copyOf(NumberedText.languages(item.visible())), terms.getOrDefault(id, Set.of()));
        });
    }

    private void rowsAre(Map<UUID, Remembered> items, Map<UUID, List<Line>> log) throws SQLException {
        var lost = new HashSet<>(items.keySet());
        query(
                "select id, status, visible, revision, version, seq, draft, published, label, languages from content"
                        + " where type = 'RELEASE'",
                row -> {
                    var id = row.getObject("id", UUID.class);
                    var item = items.get(id);
                    require(item != null, "%s was created by nobody: %s", id, row.getString("label"));
                    if (item != null) {
                        lost.remove(id);
                        same(id, "row", row(item, log.getOrDefault(id, List.of())), row(item.name(), row));
                    }
                });
        require(lost.isEmpty(), "lost: %s", lost);
    }

    /** What the row of an item is to say. */
    private static List<Object> row(Remembered item, List<Line> lines) {
        return List.of(
                item.status().name(),
                item.visible() != NumberedText.NOTHING,
                item.revision(),
                item.version(),
                lines.stream().filter(Line::isPublic).mapToLong(Line::seq).max().orElse(0),
                "draft " + item.draft(),
                "published " + item.visible(),
                "label " + item.label(),
                String.join(",", NumberedText.languages(item.label())));
    }

    private static List<Object> row(String name, ResultSet row) throws SQLException {
        return List.of(
                row.getString("status"),
                row.getBoolean("visible"),
                row.getInt("revision"),
                row.getInt("version"),
                row.getLong("seq"),
                "draft " + NumberedText.number(json(row.getString("draft")), name),
                "published " + NumberedText.number(json(row.getString("published")), name),
                "label " + NumberedText.numberOfTitle(json(row.getString("label")), name),
                row.getString("languages"));
    }

    private Map<UUID, Map<Integer, Integer>> oldVersions(Map<UUID, Remembered> items) throws SQLException {
        var versions = new HashMap<UUID, Map<Integer, Integer>>();
        query("select item_id, version, document from content_version", row -> {
            var id = row.getObject(1, UUID.class);
            var item = items.get(id);
            if (item != null) {
                versions.computeIfAbsent(id, first -> new TreeMap<>())
                        .put(row.getInt(2), NumberedText.number(json(row.getString(3)), item.name()));
            }
        });
        return versions;
    }

    /** A draft has references of its own only while it differs from what is published. */
    private static Set<String> references(Remembered item) {
        var references = new TreeSet<String>();
        if (item.draft() != NumberedText.NOTHING) {
            references.addAll(NumberedText.references(false, item.draft()));
        }
        if (item.visible() != NumberedText.NOTHING) {
            references.addAll(NumberedText.references(true, item.visible()));
        }
        return references;
    }

    private Map<UUID, Set<String>> words(String sql) throws SQLException {
        var found = new HashMap<UUID, Set<String>>();
        query(
                sql,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeSet<>())
                        .add(row.getString(2)));
        return found;
    }

    /** What to do with each row of a result. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private void same(UUID id, String what, Object expected, Object found) {
        require(expected.equals(found), "%s: the %s should be %s and are %s", id, what, expected, found);
    }

    @FormatMethod
    private void require(boolean condition, String fault, Object... values) {
        if (!condition) {
            faults.add(String.format(fault, values));
        }
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(text, broken);
        }
    }
}
