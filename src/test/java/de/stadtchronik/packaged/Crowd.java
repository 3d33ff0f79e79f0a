package de.stadtchronik.packaged;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

    private static final String ID =
            "cast(substring(cast(%s as varchar) from 1 for 24)" + " || lpad(cast(n as varchar), 12, '0') as uuid)";

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
        try (var tables = installation.tables();
                var sql = tables.createStatement()) {
            tables.setAutoCommit(false);
            var from = number(sql, "select min(seq) from change where type = 'RELEASE' and operation = 'CREATE'");
            var lines = number(sql, "select head + 1 - " + from + " from change_counter");
            var there = number(sql, "select count(*) from change where type = 'RELEASE' and seq >= " + from);
            if (lines != there) {
                throw new IllegalStateException(
                        "among the last " + lines + " lines only " + there + " are of releases");
            }
            var copies = (items - OTHERS) / ORIGINALS - 1;
            var series = installation.edition() == Edition.EMBEDDED
                    ? "(select x as n from system_range(1, " + copies + ")) copies"
                    : "generate_series(1, " + copies + ") copies (n)";
            var place = "seq + n * " + lines;
            copy(
                    sql,
                    "content",
                    series,
                    "type = 'RELEASE'",
                    Map.of(
                            "id",
                            ID.formatted("id"),
                            "slug",
                            "slug || '-' || n",
                            "published",
                            "cast(replace(published, slug || '\"', slug || '-' || n || '\"') as document)",
                            "seq",
                            place),
                    "n, seq");
            copy(
                    sql,
                    "change",
                    series,
                    "seq >= " + from,
                    Map.of("seq", place, "item_id", ID.formatted("item_id")),
                    "n, seq");
            copy(
                    sql,
                    "slug",
                    series,
                    "type = 'RELEASE'",
                    Map.of("slug", "slug || '-' || n", "item_id", ID.formatted("item_id")),
                    "n");
            var owned = "owner in (select id from content where type = 'RELEASE' and seq < " + (from + lines) + ")";
            copy(sql, "reference", series, owned, Map.of("owner", ID.formatted("owner")), "n");
            copy(sql, "term", series, owned, Map.of("owner", ID.formatted("owner")), "n");
            sql.executeUpdate("update change_counter set head = head + " + copies * lines);
            tables.commit();
            sql.execute("analyze");
            tables.commit();
            return OTHERS + ORIGINALS * (copies + 1);
        }
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (var row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void copy(
            Statement sql, String table, String series, String which, Map<String, String> changed, String order)
            throws SQLException {
        var columns = columns(sql.getConnection(), table);
        var values = columns.stream()
                .map(column -> changed.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        sql.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from "
                + table + " cross join " + series + " where " + which + " order by " + order);
    }

    private static List<String> columns(Connection tables, String table) throws SQLException {
        try (var sql = tables.createStatement();
                var none = sql.executeQuery("select * from " + table + " where 1 = 0")) {
            var columns = new ArrayList<String>();
            for (var n = 1; n <= none.getMetaData().getColumnCount(); n++) {
                columns.add(none.getMetaData().getColumnName(n).toLowerCase(java.util.Locale.ROOT));
            }
            return columns;
        }
    }
}
