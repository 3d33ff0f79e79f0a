package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.time.Bounds;
import de.stadtchronik.time.Certainty;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.time.TimeFormatException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Narrows by time, known more or less precisely: {@code from}, {@code to} and {@code year} open a window, and
 * {@code certainty} says whether what only may lie in it counts; {@code when} goes by today.
 */
final class TimeFilter implements Filter {

    private static final String DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
    private static final Pattern FOUR_DIGITS = Pattern.compile("^[0-9]{4}$");
    private static final List<String> CERTAINTIES = Arrays.stream(Certainty.values())
            .map(certainty -> certainty.name().toLowerCase(Locale.ROOT))
            .toList();

    /** The widest window ends before the day on which begins what has no time at all. */
    private static final LocalDate FIRST_DAY = Bounds.DISTANT_PAST;

    private static final LocalDate LAST_DAY = Bounds.DISTANT_FUTURE.minusDays(1);

    private static final Parameter FROM = Parameter.matching(
            "from",
            "The window of time begins here, included: an EDTF date such as `2020`, `2020-06`, `2020-06-15` or a "
                    + "season such as `2020-22`. Each item then says its `certainty`.",
            DATE,
            10);
    private static final Parameter TO =
            Parameter.matching("to", "The window of time ends here, included: an EDTF date or season.", DATE, 10);
    private static final Parameter YEAR =
            Parameter.matching("year", "Short for `from` and `to` with the same year.", FOUR_DIGITS.pattern(), 4);
    private static final Parameter CERTAINTY = Parameter.oneOf(
            "certainty",
            "`possible` (the default) also finds what may lie in the window as far as is known, `certain` only what "
                    + "must. Goes with `from`, `to` or `year`.",
            CERTAINTIES);
    private static final Parameter WHEN = Parameter.oneOf(
            "when",
            "By today's date in the city: what can only lie ahead, what may be going on, what must be over.",
            List.of("upcoming", "ongoing", "past"));

    @Override
    public List<Parameter> parameters() {
        return List.of(FROM, TO, YEAR, CERTAINTY, WHEN);
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        var year = year(query);
        var from = latest(date(query, FROM).map(Bounds::startEarliest), year.map(Bounds::startEarliest));
        var to = earliest(date(query, TO).map(Bounds::endLatest), year.map(Bounds::endLatest));
        var certainty = query.takeWord(CERTAINTY);
        if (from.isPresent() || to.isPresent()) {
            window(
                    query,
                    from.orElse(FIRST_DAY),
                    to.orElse(LAST_DAY),
                    certainty.filter("certain"::equals).isPresent(),
                    criteria);
        } else if (certainty.isPresent()) {
            query.fault(
                    CERTAINTY,
                    "without-window",
                    new BilingualText("%s braucht from, to oder year.", "%s needs from, to or year."),
                    List.of());
        }
        query.takeWord(WHEN).ifPresent(when -> {
            criteria.holdUntil(lookup.endOfToday());
            relative(when, lookup.today(), criteria);
        });
    }

    private static void window(Query query, LocalDate from, LocalDate to, boolean certain, Criteria criteria) {
        if (from.isAfter(to)) {
            query.fault(
                    TO,
                    "ends-before-start",
                    new BilingualText(
                            "Das Zeitfenster endet mit %s vor seinem Anfang.",
                            "The window of time ends by %s before it begins."),
                    List.of());
            return;
        }
        criteria.lookThrough(from, to);
        if (certain) {
            criteria.require("c.begunBy <= ? and c.lastedUntil >= ?", to, from);
        } else {
            criteria.require("c.startEarliest <= ? and c.endLatest >= ?", to, from);
        }
    }

    private static void relative(String when, LocalDate today, Criteria criteria) {
        switch (when) {
            case "upcoming" -> criteria.require("c.startEarliest > ? and c.endLatest >= c.startEarliest", today);
            case "past" -> criteria.require("c.endLatest < ? and c.endLatest >= c.startEarliest", today);
            default -> criteria.require("c.startEarliest <= ? and c.endLatest >= ?", today, today);
        }
    }

    private static Optional<Bounds> year(Query query) {
        return query.take(YEAR).flatMap(text -> {
            if (FOUR_DIGITS.matcher(text).matches()) {
                return date(query, YEAR);
            }
            query.fault(
                    YEAR,
                    "malformed-date",
                    new BilingualText("%s nimmt ein Jahr mit vier Ziffern.", "%s takes a year of four digits."),
                    List.of("YYYY"));
            return Optional.empty();
        });
    }

    private static Optional<Bounds> date(Query query, Parameter parameter) {
        return query.take(parameter).flatMap(text -> {
            try {
                var edtf = Edtf.parse(text);
                if (!edtf.isInterval() && !edtf.approximate() && !edtf.uncertain()) {
                    return Optional.of(edtf.bounds());
                }
                query.fault(
                        parameter,
                        "not-a-date",
                        new BilingualText(
                                "%s nimmt ein Datum, kein Intervall und kein ungefähres Datum.",
                                "%s takes a date, neither an interval nor an approximate date."),
                        List.of());
            } catch (TimeFormatException malformed) {
                var said = malformed.problem().sentence();
                query.fault(
                        parameter,
                        "malformed-date",
                        new BilingualText(
                                "%s: " + said.german().replace("%", "%%"),
                                "%s: " + said.english().replace("%", "%%")),
                        List.of("YYYY", "YYYY-MM", "YYYY-MM-DD", "YYYY-21 … YYYY-24"));
            }
            return Optional.empty();
        });
    }

    private static Optional<LocalDate> latest(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> earliest(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
