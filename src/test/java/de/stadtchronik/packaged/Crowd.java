package de.stadtchronik.packaged;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills an installation with far more items than could be imported while somebody waits: some releases come through the
 * front door, and all others are copies of their rows under names of their own.
 */
final class Crowd {

    /** How many releases come through the front door, as a city writes them: of 1 to 2 kB, with a publisher and topics. */
    static final int ORIGINALS = 100;

    /** The city, and its topics. */
    static final int OTHERS = 21;

    private Crowd() {}

    /** The import with which everything begins; the releases come last. */
    static byte[] beginning() {
        var city = Stream.of(line(
                "organisations", "'slug': 'stadt', 'name': {'de': 'Stadt', 'en': 'City'}, 'kind': 'MUNICIPALITY'"));
        var topics = IntStream.range(0, OTHERS - 1)
                .mapToObj(n -> line(
                        "topics",
                        "'slug': 'thema-" + n + "', 'label': {'de': 'Thema " + n + "'}, 'code': 'T" + n + "'"));
        var releases = IntStream.range(0, ORIGINALS).mapToObj(Crowd::release);
        return Stream.of(city, topics, releases)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"))
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String release(int n) {
        return line(
                "releases",
                "'kind': 'PRESS_RELEASE', 'slug': 'mitteilung-" + n + "', 'title': {'de': 'Mitteilung Nummer " + n
                        + "', 'en': 'Release number " + n + "'}, 'body': {'de': '"
                        + "Ein Absatz, wie er in einer Mitteilung über die Brücke steht. ".repeat(15 + n % 10)
                        + "'}, 'topics': ['topics/thema-" + n % 20 + "', 'topics/thema-" + (7 * n + 3) % 20 + "']");
    }

    private static String line(String type, String properties) {
        return "{'type': '" + type + "', 'publish': true, 'document': {'publisher': 'organisations/stadt', "
                + properties + "}}";
    }

    /** Copies the releases so often that there are that many items, or some less; the service must not be running. */
    static int grow(Installation installation, int items) throws SQLException {
        var copies = (items - OTHERS) / ORIGINALS - 1;
        try (var tables = installation.tables();
                var sql = tables.createStatement()) {
            tables.setAutoCommit(false);
            var originals = texts(sql, "select id from content where type = 'RELEASE'");
            var which = originals.stream().collect(Collectors.joining("', '", " in ('", "')"));
            var first = number(sql, "select min(seq) from change where type = 'RELEASE'");
            var lines = number(sql, "select head + 1 from change_counter") - first;
            if (number(sql, "select count(*) from change where item_id" + which) != lines) {
                throw new IllegalStateException("the releases are not what was published last");
            }
            var place = "seq + n * " + lines;
            var slug = "slug || '-' || n";
            var published = "cast(replace(published, slug || '\"', " + slug + " || '\"') as document)";
            try (var content = copying(
                            tables,
                            "content",
                            "id",
                            which,
                            Map.of("seq", place, "slug", slug, "published", published),
                            "seq");
                    var change = copying(tables, "change", "item_id", which, Map.of("seq", place), "seq");
                    var names = copying(tables, "slug", "item_id", which, Map.of("slug", slug), "slug");
                    var references = copying(tables, "reference", "owner", which, Map.of(), "owner");
                    var terms = copying(tables, "term", "owner", which, Map.of(), "owner")) {
                for (var copy = 1; copy <= copies; copy++) {
                    for (var table : List.of(content, change, names, references, terms)) {
                        table.setInt(1, copy);
                        table.executeUpdate();
                    }
                    tables.commit();
                }
            }
            sql.executeUpdate("update change_counter set head = head + " + copies * lines);
            tables.commit();
            sql.execute("analyze");
            tables.commit();
        }
        return OTHERS + ORIGINALS * (copies + 1);
    }

    /** The rows of the originals once more, with the number of the copy in their ids and whatever else is changed. */
    private static PreparedStatement copying(
            Connection tables, String table, String id, String which, Map<String, String> changed, String order)
            throws SQLException {
        // Ids begin with the time, so what comes later stands behind.
        var newId = "cast(lpad(cast(n as varchar), 8, '0') || substring(cast(" + id + " as varchar) from 9) as uuid)";
        var columns = columns(tables, table);
        var values = columns.stream()
                .map(column -> column.equals(id) ? newId : changed.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        return tables.prepareStatement("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                + " from " + table + " cross join (select cast(? as integer) as n) copy where " + id + which
                + " order by " + order);
    }

    private static List<String> columns(Connection tables, String table) throws SQLException {
        try (var sql = tables.createStatement();
                var none = sql.executeQuery("select * from " + table + " where 1 = 0")) {
            var columns = new ArrayList<String>();
            for (var n = 1; n <= none.getMetaData().getColumnCount(); n++) {
                columns.add(none.getMetaData().getColumnName(n).toLowerCase(Locale.ROOT));
            }
            return columns;
        }
    }

    private static List<String> texts(Statement sql, String query) throws SQLException {
        try (var row = sql.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    private static long number(Statement sql, String query) throws SQLException {
        return Long.parseLong(texts(sql, query).get(0));
    }
}
