package de.stadtchronik.time;

/** What a trailing mark says about a date (EDTF level 1, "Qualification of a date"). */
enum Qualifier {
    NONE,
    APPROXIMATE,
    UNCERTAIN,
    UNCERTAIN_AND_APPROXIMATE;

    static Qualifier of(char mark) {
        return switch (mark) {
            case '~' -> APPROXIMATE;
            case '?' -> UNCERTAIN;
            case '%' -> UNCERTAIN_AND_APPROXIMATE;
            default -> NONE;
        };
    }

    boolean approximate() {
        return this == APPROXIMATE || this == UNCERTAIN_AND_APPROXIMATE;
    }

    boolean uncertain() {
        return this == UNCERTAIN || this == UNCERTAIN_AND_APPROXIMATE;
    }
}
