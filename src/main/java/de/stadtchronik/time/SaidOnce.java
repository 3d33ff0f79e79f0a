package de.stadtchronik.time;

/** What both ends of an interval share, so that only the end has to say it. */
enum SaidOnce {
    NOTHING,
    YEAR,
    MONTH_AND_YEAR;

    static SaidOnce of(EdtfDate start, EdtfDate end) {
        if (start.year() != end.year()
                || !losesNothingWithoutYear(start)
                || !losesNothingWithoutYear(end)
                || qualifierWouldSpread(start, end)) {
            return NOTHING;
        }
        boolean twoDays = start.precision() == Precision.DAY && end.precision() == Precision.DAY;
        return twoDays && start.month() == end.month() ? MONTH_AND_YEAR : YEAR;
    }

    /** A winter has two years, and a year has nothing else. */
    private static boolean losesNothingWithoutYear(EdtfDate date) {
        return date.precision() != Precision.YEAR && !date.isWinter();
    }

    /** "About June to September 2020" would sound as if both ends were approximate. */
    private static boolean qualifierWouldSpread(EdtfDate start, EdtfDate end) {
        return start.isQualified() && start.qualifier() != end.qualifier();
    }
}
