package de.stadtchronik;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of any size and order, put together, are the whole list: nothing twice, nothing left out. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PagingStory {

    /** In their order; those of one line are equal to a dictionary. */
    private static final List<List<String>> TITLES = List.of(
            List.of("10 Jahre Glasfaser"),
            List.of("2 Jahre Glasfaser"),
            List.of("Apfel", "Apfel!"),
            List.of("äpfel"),
            List.of("Äpfel", "Äpfel!"),
            List.of("Ubergang"),
            List.of("Übergang"),
            List.of("Zoo"));

    /** In their order: what may begin earlier comes first, and of two on the same day the better known. */
    private static final List<String> TIMES =
            List.of("../1950", "2019", "2020-01-01", "2020-01-01/2020-03", "2020-01", "2020", "2020-06~", "2021-02-03");

    private static final List<String> TIME_RANKS = List.of("0", "1", "2", "3", "3", "4", "5", "6");

    private static final List<String> PUBLICATIONS =
            List.of("1999-12-31T23:30:00-02:00", "2020-05-01T10:00:00+02:00", "2020-05-01T10:00:00Z");

    @Inject
    SampleCity city;

    @Test
    void pagesPutTogetherAreTheWholeListInEveryOrder() {
        var rows = aCityFullOfTies();
        for (var order : orders().entrySet()) {
            var expected = rows.stream().sorted(order.getValue()).map(Row::id).toList();

            assertEquals(
                    expected, Lists.allIds("/v1/events?fields=slug&limit=7&sort=" + order.getKey()), order.getKey());
        }
        assertEquals(250, rows.size());
    }

    private List<Row> aCityFullOfTies() {
        city.isEmpty();
        var random = new Random(2020);
        var documents = new ArrayList<String>();
        var written = new ArrayList<Row>();
        for (var i = 0; i < 250; i++) {
            var rank = random.nextInt(TITLES.size());
            var titles = TITLES.get(rank);
            var title = titles.get(random.nextInt(titles.size()));
            var time = random.nextInt(TIMES.size() + 2);
            var publication = random.nextInt(PUBLICATIONS.size() + 1);
            var timed = time < TIMES.size();
            var dated = publication < PUBLICATIONS.size();
            documents.add("{'title': {'de': '" + title + "'}"
                    + (timed ? ", 'temporal': {'edtf': '" + TIMES.get(time) + "'}" : "")
                    + (dated
                            ? ", 'publishedAt': '" + PUBLICATIONS.get(publication) + "'"
                            : ", 'publishedAtUnknown': true")
                    + "}");
            written.add(new Row(
                    "",
                    rank,
                    timed ? TIME_RANKS.get(time) : null,
                    dated ? OffsetDateTime.parse(PUBLICATIONS.get(publication)).toInstant() : null,
                    Instant.EPOCH,
                    Instant.EPOCH));
        }
        var ids = city.publishesAll("events", documents);
        for (var i = 0; i < 250; i += 3) {
            city.changes(
                    "events", ids.get(i), documents.get(i).replace("{'title'", "{'summary': {'de': 'Neu'}, 'title'"));
        }
        var rows = new ArrayList<Row>();
        for (var i = 0; i < 250; i++) {
            var item = Lists.read("/v1/events/" + ids.get(i) + "?fields=createdAt,modifiedAt");
            var row = written.get(i);
            rows.add(new Row(
                    ids.get(i).toString(),
                    row.title(),
                    row.time(),
                    row.published(),
                    Instant.parse(item.getString("createdAt")),
                    Instant.parse(item.getString("modifiedAt"))));
        }
        return rows;
    }

    /** An event as the orders see it; null where it says nothing. */
    private record Row(
            String id,
            int title,
            @Nullable String time,
            @Nullable Instant published,
            Instant created,
            Instant modified) {}

    private static Map<String, Comparator<Row>> orders() {
        var orders = new LinkedHashMap<String, Comparator<Row>>();
        var id = comparing(Row::id);
        orders.put("title", comparing(Row::title).thenComparing(id));
        orders.put("-title", comparing(Row::title).thenComparing(id).reversed());
        orders.put("createdAt", comparing(Row::created).thenComparing(id));
        orders.put("-createdAt", comparing(Row::created).thenComparing(id).reversed());
        orders.put("modifiedAt", comparing(Row::modified).thenComparing(id));
        orders.put("-modifiedAt", comparing(Row::modified).thenComparing(id).reversed());
        orders.put(
                "publishedAt",
                comparing(Row::published, nullsLast(naturalOrder())).thenComparing(id));
        var latest = comparing(Row::published, nullsLast(Comparator.<Instant>reverseOrder()));
        orders.put("-publishedAt", latest.thenComparing(id.reversed()));
        orders.put("temporal", comparing(Row::time, nullsLast(naturalOrder())).thenComparing(id));
        orders.put(
                "-temporal",
                comparing(Row::time, nullsLast(Comparator.<String>reverseOrder()))
                        .thenComparing(id.reversed()));
        orders.put("-publishedAt,title", latest.thenComparing(Row::title).thenComparing(id));
        orders.put(
                "title,-modifiedAt",
                comparing(Row::title)
                        .thenComparing(Row::modified, reverseOrder())
                        .thenComparing(id.reversed()));
        return orders;
    }
}
