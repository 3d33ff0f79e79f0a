package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.vocabulary.ReportedFigure;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code minFigure=ATTENDEES:250}: what has reached a number by at least one of the reports on it. */
record FigureFilter() implements Filter {

    private static final Pattern FIGURE = Pattern.compile("^([A-Z][A-Z0-9_]{0,39}):([0-9]{1,15}(?:\\.[0-9]{1,4})?)$");
    private static final Parameter MIN_FIGURE = Parameter.matching(
                    "minFigure",
                    "Only what has reached these numbers, by at least one of the reports on it: metric and number, such "
                            + "as `ATTENDEES:250`. “Almost 300” does not reach 300, “more than 300” does, and a report "
                            + "without a number reaches none.",
                    FIGURE.pattern(),
                    61)
            .many();

    @Override
    public List<Parameter> parameters() {
        return List.of(MIN_FIGURE);
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        for (var text : query.takeMany(MIN_FIGURE)) {
            var figure = FIGURE.matcher(text);
            if (figure.matches()) {
                var metric = query.knownAmong(MIN_FIGURE, List.of(figure.group(1)), metrics(figure.group(1), lookup));
                metric.forEach(known -> criteria.require(
                        "exists (select 1 from c.figures f where f.metric = ? and f.reached >= ?)",
                        known,
                        new BigDecimal(figure.group(2))));
            } else {
                query.fault(
                        MIN_FIGURE,
                        "malformed-figure",
                        new BilingualText("%s nimmt Kennzahl und Zahl.", "%s takes a metric and a number."),
                        List.of("ATTENDEES:250"));
            }
        }
    }

    /** Any metric may be reported, so what is neither usual nor in use is more likely a slip. */
    private static List<String> metrics(String asked, FilterLookup lookup) {
        return ReportedFigure.USUAL_METRICS.contains(asked)
                ? ReportedFigure.USUAL_METRICS
                : Stream.concat(ReportedFigure.USUAL_METRICS.stream(), lookup.items().metrics().stream())
                        .distinct()
                        .toList();
    }
}
