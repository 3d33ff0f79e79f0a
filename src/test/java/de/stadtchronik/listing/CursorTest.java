package de.stadtchronik.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final PublicRow ROW = new PublicRow(
            UUID.fromString("01a2090e-560f-7134-ab6b-8315cf330a4a"),
            "EVENT",
            "e",
            Status.PUBLISHED,
            1,
            Instant.parse("2020-01-01T00:00:00.123Z"),
            Instant.parse("2020-01-02T00:00:00Z"),
            "{}",
            "ein titel",
            Content.NEVER_ASCENDING,
            Content.NEVER_DESCENDING,
            LocalDate.parse("9999-12-31"),
            LocalDate.parse("0001-01-01"),
            LocalDate.parse("2020-06-30"),
            LocalDate.parse("2020-06-30"),
            LocalDate.parse("2020-06-01"),
            -1,
            "de",
            null);

    @Test
    void whatIsWrittenIsReadAgain() {
        for (var keys : List.of(
                List.of("title"),
                List.of("-publishedAt", "title"),
                List.of("temporal"),
                List.of("-temporal", "createdAt", "modifiedAt"))) {
            var order = SortOrder.of(keys);

            assertEquals(Optional.of(order.position(ROW)), Cursor.read(Cursor.after(ROW, order), order), order.text());
        }
    }

    @Test
    void anotherOrderDoesNotReadIt() {
        var cursor = Cursor.after(ROW, SortOrder.of(List.of("title")));

        for (var keys : List.of(List.of("-title"), List.of("title", "createdAt"), List.of("createdAt"))) {
            assertEquals(Optional.empty(), Cursor.read(cursor, SortOrder.of(keys)));
        }
    }

    @Test
    void itIsSafeInAnAddress() {
        assertTrue(
                Cursor.after(ROW, SortOrder.of(List.of("temporal", "-title"))).matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void whatIsNoCursorIsNone() {
        for (var text : List.of("", "%", "x", "bnVsbA", "====", "ä")) {
            assertEquals(Optional.empty(), Cursor.read(text, SortOrder.of(List.of("title"))), text);
        }
    }
}
