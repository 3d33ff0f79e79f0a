package de.stadtchronik.time;

/** How finely a date is known, finest first. */
public enum Precision {
    DAY(0),
    MONTH(1),
    /** Three months, see {@link Edtf} for which ones. */
    SEASON(2),
    YEAR(3);

    private final int rank;

    Precision(int rank) {
        this.rank = rank;
    }

    /**
     * A number that may be stored and compared: the coarser, the greater.
     *
     * @return 0 for a day, 1 for a month, 2 for a season, 3 for a year
     */
    public int rank() {
        return rank;
    }
}
