package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.PublicRow;
import de.stadtchronik.query.OpaqueCursor;
import de.stadtchronik.time.Bounds;
import de.stadtchronik.time.Never;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of a list: columns that are never null, each with its direction, and the id last, so that no two rows are
 * equal. Where all columns run in one direction, and in every default they do, a page continues by a row value, which an
 * index answers at once however far the page is down the list.
 *
 * @param text the order in the syntax of {@code sort}, such as {@code -publishedAt,title}
 */
public record SortOrder(String text, List<Column> columns) {

    private static final Pattern TITLE_KEY = Pattern.compile("[^\\x00\\p{Cs}]*");

    /**
     * A column to sort by.
     *
     * @param value reads it from a row
     * @param parse reads it from a cursor; throws if no row could hold such a value
     */
    record Column(String name, boolean descending, Function<PublicRow, Object> value, Function<String, Object> parse) {

        private String ordered() {
            return "c." + name + (descending ? " desc" : "");
        }
    }

    static List<String> keys(boolean timed) {
        var keys = new ArrayList<>(List.of("publishedAt", "createdAt", "modifiedAt", "title"));
        if (timed) {
            keys.add("temporal");
        }
        return keys;
    }

    /** Reads a list of known keys, each perhaps with a minus before it. */
    static SortOrder of(List<String> keys) {
        var columns = new ArrayList<Column>();
        keys.forEach(key -> columns.addAll(columns(key.replaceFirst("^-", ""), key.startsWith("-"))));
        var last = columns.get(columns.size() - 1);
        columns.add(new Column("id", last.descending(), PublicRow::id, UUID::fromString));
        return new SortOrder(String.join(",", keys), List.copyOf(columns));
    }

    private static List<Column> columns(String key, boolean descending) {
        return switch (key) {
            case "publishedAt" ->
                List.of(
                        descending
                                ? new Column(
                                        "publishedDescending", true, PublicRow::publishedDescending, SortOrder::moment)
                                : new Column(
                                        "publishedAscending", false, PublicRow::publishedAscending, SortOrder::moment));
            case "createdAt" -> List.of(new Column("createdAt", descending, PublicRow::createdAt, SortOrder::moment));
            case "modifiedAt" ->
                List.of(new Column("modifiedAt", descending, PublicRow::modifiedAt, SortOrder::moment));
            case "title" -> List.of(new Column("titleKey", descending, PublicRow::titleKey, SortOrder::titleKey));
            case "temporal" ->
                List.of(
                        descending
                                ? new Column("startDescending", true, PublicRow::startDescending, SortOrder::day)
                                : new Column("startEarliest", false, PublicRow::startEarliest, SortOrder::day),
                        new Column("coarseness", descending, PublicRow::coarseness, Integer::valueOf));
            default -> throw new IllegalStateException("unknown sort key " + key);
        };
    }

    /**
     * The ORDER BY of a list.
     *
     * @param constant the columns that are the same in all rows of the list
     */
    public String orderBy(List<String> constant) {
        return Stream.concat(constant.stream(), columns.stream().map(Column::ordered))
                .collect(Collectors.joining(", "));
    }

    /** The cursor of what follows a row. */
    public String cursor(PublicRow row) {
        return OpaqueCursor.of(Stream.concat(Stream.of(text()), position(row).stream()));
    }

    List<Object> position(PublicRow row) {
        return columns.stream().map(column -> column.value().apply(row)).toList();
    }

    /** The position in a cursor; empty if it was not made by us, or for another order. */
    Optional<List<Object>> position(String cursor) {
        return OpaqueCursor.read(cursor, columns.size() + 1, values -> {
            if (!values.get(0).equals(text())) {
                throw new IOException("a cursor of another order");
            }
            var position = new ArrayList<>();
            for (var i = 0; i < columns.size(); i++) {
                position.add(columns.get(i).parse().apply(values.get(i + 1)));
            }
            return position;
        });
    }

    public void continueAfter(List<Object> position, Criteria criteria) {
        var first = columns.get(0);
        // Says nothing new, but lets a database that cannot look up row values start at the right place in its index.
        criteria.require("c." + first.name() + (first.descending() ? " <= ?" : " >= ?"), position.get(0));
        var directions = columns.stream().map(Column::descending).distinct().count();
        if (directions == 1) {
            var names = columns.stream().map(column -> "c." + column.name()).collect(Collectors.joining(", "));
            var marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            criteria.require(
                    "(" + names + ")" + (first.descending() ? " < " : " > ") + "(" + marks + ")", position.toArray());
        } else {
            lexicographic(position, criteria);
        }
    }

    private void lexicographic(List<Object> position, Criteria criteria) {
        var alternatives = new ArrayList<String>();
        var operands = new ArrayList<>();
        var prefix = "";
        for (var i = 0; i < columns.size(); i++) {
            var name = "c." + columns.get(i).name();
            alternatives.add(prefix + name + (columns.get(i).descending() ? " < ?" : " > ?"));
            operands.addAll(position.subList(0, i + 1));
            prefix += name + " = ? and ";
        }
        criteria.require(String.join(" or ", alternatives), operands.toArray());
    }

    private static Instant moment(String text) {
        var moment = Instant.parse(text);
        if (moment.isBefore(Never.DESCENDING) || moment.isAfter(Never.ASCENDING)) {
            throw new DateTimeException("no row holds this moment, and not every database can compare with it");
        }
        return moment;
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.isBefore(Bounds.DISTANT_PAST) || day.isAfter(Bounds.DISTANT_FUTURE)) {
            throw new DateTimeException("no row holds this day, and not every database can compare with it");
        }
        return day;
    }

    private static String titleKey(String text) {
        if (!TITLE_KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("no row holds this key, and not every database can compare with it");
        }
        return text;
    }
}
