package de.stadtchronik.query;

/** How long the pages of every list are. */
public final class PageLimit {

    private static final int MOST = 100;
    private static final int USUAL = 20;

    /** As it is documented. */
    public static final Parameter PARAMETER =
            Parameter.number("limit", "How many items a page has at most.", 1, MOST, USUAL);

    private PageLimit() {}

    /** The length that is wanted, or the usual one. */
    public static int take(Query query) {
        return query.takeNumber(PARAMETER);
    }
}
