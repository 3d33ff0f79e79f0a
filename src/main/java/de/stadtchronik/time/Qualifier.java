package de.stadtchronik.time;

/** What a trailing mark says about a date (EDTF level 1, "Qualification of a date"). */
enum Qualifier {
    NONE(false, false),
    APPROXIMATE(true, false),
    UNCERTAIN(false, true),
    UNCERTAIN_AND_APPROXIMATE(true, true);

    private final boolean approximate;
    private final boolean uncertain;

    Qualifier(boolean approximate, boolean uncertain) {
        this.approximate = approximate;
        this.uncertain = uncertain;
    }

    static Qualifier of(char mark) {
        return switch (mark) {
            case '~' -> APPROXIMATE;
            case '?' -> UNCERTAIN;
            case '%' -> UNCERTAIN_AND_APPROXIMATE;
            default -> NONE;
        };
    }

    boolean approximate() {
        return approximate;
    }

    boolean uncertain() {
        return uncertain;
    }
}
