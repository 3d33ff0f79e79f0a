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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares a database with what was acknowledged, table by table and by plain SQL, so that it does not rely on the code
 * that wrote it. That each item is whole can be told because its content follows from its id and version: see
 * {@link DurabilityWriter#document}.
 */
final class Audit {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection database;
    private final List<String> faults = new ArrayList<>();

    private Audit(Connection database) {
        this.database = database;
    }

    /** Everything that is not as it was acknowledged, or not whole; empty if all is well. */
    static List<String> faults(Connection database, List<Ledger.Entry> acknowledged) throws SQLException {
        var audit = new Audit(database);
        audit.logHasNoHole();
        var lines = audit.publications();
        var rows = audit.rows();
        audit.acknowledgedIsThere(acknowledged, rows, lines);
        audit.itemsAreWhole(rows, lines);
        return audit.faults;
    }

    /** A published release as it stands in its table. */
    private record Row(
            int version, int revision, long seq, boolean whole, String title, String label, String languages) {}

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
    }

    /** The position of each publication, by item, in the order of the log. */
    private Map<UUID, List<Long>> publications() throws SQLException {
        var lines = new HashMap<UUID, List<Long>>();
        query("select item_id, seq, version from change where operation = 'PUBLISH' order by seq", line -> {
            var ofItem = lines.computeIfAbsent(line.getObject(1, UUID.class), id -> new ArrayList<>());
            ofItem.add(line.getLong(2));
            require(
                    ofItem.size() == line.getInt(3),
                    "%s: publication %d is logged as version %d",
                    line.getString(1),
                    ofItem.size(),
                    line.getInt(3));
        });
        return lines;
    }

    private Map<UUID, Row> rows() throws SQLException {
        var rows = new HashMap<UUID, Row>();
        query(
                "select id, version, revision, seq, published, label, languages, draft, visible, status from content"
                        + " where type = 'RELEASE'",
                row -> rows.put(
                        row.getObject("id", UUID.class),
                        new Row(
                                row.getInt("version"),
                                row.getInt("revision"),
                                row.getLong("seq"),
                                row.getBoolean("visible")
                                        && "PUBLISHED".equals(row.getString("status"))
                                        && row.getString("draft") == null,
                                german(json(row.getString("published")).path("title")),
                                german(json(row.getString("label"))),
                                row.getString("languages"))));
        return rows;
    }

    private void acknowledgedIsThere(
            List<Ledger.Entry> acknowledged, Map<UUID, Row> rows, Map<UUID, List<Long>> publications) {
        for (var entry : acknowledged) {
            var row = rows.get(entry.id());
            var lines = publications.getOrDefault(entry.id(), List.of());
            require(row != null, "%s is lost", entry.id());
            require(
                    row == null || row.version() >= entry.version(),
                    "%s version %d is lost",
                    entry.id(),
                    entry.version());
            require(
                    lines.size() >= entry.version() && lines.get(entry.version() - 1) == entry.seq(),
                    "%s version %d is not at %d in the log",
                    entry.id(),
                    entry.version(),
                    entry.seq());
        }
    }

    private void itemsAreWhole(Map<UUID, Row> rows, Map<UUID, List<Long>> publications) throws SQLException {
        var versions = integers("select item_id, version from content_version");
        var references = words("select r.owner, r.published || ' ' || r.property || ' ' || t.slug"
                + " from reference r join content t on t.id = r.target");
        var terms = words("select owner, word from term where name = 'language'");
        var writes = integers("select item_id, cast(seq as int) from change");
        rows.forEach((id, row) -> {
            var lines = publications.getOrDefault(id, List.of());
            var title = DurabilityWriter.title(id, row.version());
            var languages = DurabilityWriter.languages(row.version());
            require(row.whole(), "%s is half published", id);
            require(title.equals(row.title()), "%s version %d says “%s”", id, row.version(), row.title());
            require(title.equals(row.label()), "%s version %d is labelled “%s”", id, row.version(), row.label());
            require(
                    String.join(",", languages).equals(row.languages()),
                    "%s version %d is in %s",
                    id,
                    row.version(),
                    row.languages());
            require(
                    lines.size() == row.version() && lines.get(lines.size() - 1) == row.seq(),
                    "%s version %d at %d is logged at %s",
                    id,
                    row.version(),
                    row.seq(),
                    lines);
            require(
                    writes.getOrDefault(id, Set.of()).size() == row.revision(),
                    "%s revision %d has %s writes in the log",
                    id,
                    row.revision(),
                    writes.get(id));
            require(
                    versions.getOrDefault(id, Set.of())
                            .equals(setOf(IntStream.range(1, row.version()).boxed())),
                    "%s version %d kept the versions %s",
                    id,
                    row.version(),
                    versions.get(id));
            require(
                    references.getOrDefault(id, Set.of()).equals(DurabilityWriter.references(row.version())),
                    "%s version %d refers to %s",
                    id,
                    row.version(),
                    references.get(id));
            require(
                    terms.getOrDefault(id, Set.of()).equals(new TreeSet<>(languages)),
                    "%s version %d has the terms %s",
                    id,
                    row.version(),
                    terms.get(id));
        });
    }

    private Map<UUID, Set<Integer>> integers(String sql) throws SQLException {
        var found = new HashMap<UUID, Set<Integer>>();
        query(
                sql,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeSet<>())
                        .add(row.getInt(2)));
        return found;
    }

    private Map<UUID, Set<String>> words(String sql) throws SQLException {
        var found = new HashMap<UUID, Set<String>>();
        query(
                sql,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeSet<>())
                        .add(row.getString(2)));
        return found;
    }

    private static Set<Integer> setOf(Stream<Integer> numbers) {
        return new TreeSet<>(numbers.toList());
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

    @FormatMethod
    private void require(boolean condition, String fault, Object... values) {
        if (!condition) {
            faults.add(String.format(fault, values));
        }
    }

    private static String german(JsonNode text) {
        return text.path("de").asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(text, broken);
        }
    }
}
