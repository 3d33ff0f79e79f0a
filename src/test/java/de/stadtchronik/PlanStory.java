package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A page in the middle of a long list is read from the index of its order: nothing is sorted, nothing is skipped. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PlanStory {

    private static final int ROWS = 5000;

    @Inject
    SampleCity city;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Test
    void everyUsualOrderIsReadFromItsIndex() throws SQLException, IOException {
        city.isEmpty();
        multiply(city.publishes("releases", "{'title': {'de': 'M'}, 'publishedAt': '2020-01-01T00:00:00Z'}"));
        multiply(city.publishes("events", "{'title': {'de': 'T'}, 'temporal': {'edtf': '2020-01-01'}}"));
        multiply(city.publishes("projects", "{'title': {'de': 'P'}}"));
        execute("analyze");

        readsFrom("content_by_publication", "/v1/releases", "'RELEASE'", "timestamp with time zone");
        readsFrom("content_by_time", "/v1/events", "'EVENT'", "date", "");
        readsFrom("content_by_title", "/v1/projects", "'PROJECT'", "");
    }

    private void readsFrom(String index, String path, String type, String... types) throws SQLException, IOException {
        var cursor = cursorInTheMiddle(path);
        var question = path + "?limit=20&fields=slug&cursor=" + cursor;
        var sql = Statements.during(() -> assertEquals(20, Lists.slugs(question).size()))
                .get(0);
        var plan = explained(filled(sql, operands(type, cursor, types)));

        assertTrue(plan.contains(index), plan);
        if (TestDatabase.isPostgres()) {
            assertFalse(plan.contains("sort") || plan.contains("seq scan"), plan);
            assertTrue(plan.contains("row("), "the row value is no condition of the index: " + plan);
        } else {
            assertTrue(plan.contains("/* index sorted */"), plan);
            assertFalse(plan.contains("tablescan"), plan);
        }
    }

    /** The cursor after half of the rows. */
    private static String cursorInTheMiddle(String path) {
        var cursor = Lists.read(path + "?fields=slug&limit=100").getString("page.next");
        for (var i = 1; i < ROWS / 200; i++) {
            cursor =
                    Lists.read(path + "?fields=slug&limit=100&cursor=" + cursor).getString("page.next");
        }
        return cursor;
    }

    /** What the statement is asked with: the type twice, the first value twice, the others, and how many rows. */
    private List<String> operands(String type, String cursor, String... types) throws IOException {
        var values = json.readValue(Base64.getUrlDecoder().decode(cursor), String[].class);
        var operands = new ArrayList<>(List.of(type, type));
        operands.add(types[0] + " '" + values[1] + "'");
        for (var i = 0; i < types.length; i++) {
            operands.add(types[i] + " '" + values[i + 1] + "'");
        }
        operands.add("uuid '" + values[values.length - 1] + "'");
        operands.add("21");
        return operands;
    }

    private static String filled(String sql, List<String> operands) {
        var filled = sql;
        for (var operand : operands) {
            filled = filled.replaceFirst("\\?", operand);
        }
        assertFalse(filled.contains("?"), filled);
        return filled;
    }

    private String explained(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("explain " + sql)) {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString().toLowerCase(Locale.ROOT);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Copies a row, each copy an hour, a day and a number later: by SQL, because thousands of turns would take a minute. */
    private void multiply(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var read = connection.createStatement();
                var row = read.executeQuery("select * from content where id = '" + id + "'")) {
            row.next();
            var columns = new ArrayList<String>();
            for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
            connection.setAutoCommit(false);
            var marks = String.join(",", columns.stream().map(column -> "?").toList());
            try (var write = connection.prepareStatement(
                    "insert into content (" + String.join(",", columns) + ") values (" + marks + ")")) {
                for (var copy = 1; copy < ROWS; copy++) {
                    for (var i = 0; i < columns.size(); i++) {
                        var column = columns.get(i);
                        write.setObject(
                                i + 1,
                                switch (column) {
                                    case "id" -> SampleCity.newId();
                                    case "slug" -> "kopie-" + copy;
                                    case "title_key" -> "titel %05d".formatted(copy);
                                    case "published_descending" ->
                                        row.getObject(column, java.time.OffsetDateTime.class)
                                                .plusHours(copy);
                                    case "start_earliest" ->
                                        row.getObject(column, java.time.LocalDate.class)
                                                .plusDays(copy);
                                    default -> row.getObject(column);
                                });
                    }
                    write.addBatch();
                }
                write.executeBatch();
            }
            connection.commit();
        }
    }
}
