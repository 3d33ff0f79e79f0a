package de.stadtchronik.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.content.PublicRow;
import de.stadtchronik.content.Status;
import de.stadtchronik.time.Never;
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
            "{\"de\": \"Ein Titel\"}",
            null,
            "{}",
            "ein titel",
            Never.ASCENDING,
            Never.DESCENDING,
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

            assertEquals(Optional.of(order.position(ROW)), order.position(order.cursor(ROW)), order.text());
        }
    }

    @Test
    void anotherOrderDoesNotReadIt() {
        var cursor = SortOrder.of(List.of("title")).cursor(ROW);

        for (var keys : List.of(List.of("-title"), List.of("title", "createdAt"), List.of("createdAt"))) {
            assertEquals(Optional.empty(), SortOrder.of(keys).position(cursor));
        }
    }

    @Test
    void itIsSafeInAnAddress() {
        assertTrue(SortOrder.of(List.of("temporal", "-title")).cursor(ROW).matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void whatIsNoCursorIsNone() {
        for (var text : List.of("", "%", "x", "bnVsbA", "====", "ä")) {
            assertEquals(Optional.empty(), SortOrder.of(List.of("title")).position(text), text);
        }
    }
}
