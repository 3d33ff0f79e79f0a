package de.stadtchronik.content;

import de.stadtchronik.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long the pages of every list are. */
public final class PageLimit {

    private static final int MOST = 100;
    private static final int USUAL = 20;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    /** As it is documented. */
    public static final Parameter PARAMETER =
            Parameter.number("limit", "How many items a page has at most.", 1, MOST, USUAL);

    private PageLimit() {}

    /** The length that is wanted, or the usual one. */
    public static int take(Query query) {
        return query.take(PARAMETER)
                .flatMap(text -> {
                    var limit = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
                    if (limit < 1 || limit > MOST) {
                        query.fault(
                                PARAMETER,
                                "out-of-range",
                                new Words("%s muss zwischen 1 und 100 liegen.", "%s has to be between 1 and 100."),
                                List.of("1 … 100"));
                        return Optional.empty();
                    }
                    return Optional.of(limit);
                })
                .orElse(USUAL);
    }
}
