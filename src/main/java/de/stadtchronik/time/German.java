package de.stadtchronik.time;

import java.time.Month;

/** The German words that everyday language and plain language share. */
final class GermanNames {

    private GermanNames() {}

    static String month(Month month) {
        return switch (month) {
            case JANUARY -> "Januar";
            case FEBRUARY -> "Februar";
            case MARCH -> "März";
            case APRIL -> "April";
            case MAY -> "Mai";
            case JUNE -> "Juni";
            case JULY -> "Juli";
            case AUGUST -> "August";
            case SEPTEMBER -> "September";
            case OCTOBER -> "Oktober";
            case NOVEMBER -> "November";
            case DECEMBER -> "Dezember";
        };
    }

    static String season(Season season) {
        return switch (season) {
            case SPRING -> "Frühling";
            case SUMMER -> "Sommer";
            case AUTUMN -> "Herbst";
            case WINTER -> "Winter";
        };
    }

    static String unit(Amount amount) {
        boolean one = amount.number() == 1;
        return switch (amount.unit()) {
            case YEAR -> one ? "Jahr" : "Jahre";
            case MONTH -> one ? "Monat" : "Monate";
            case WEEK -> one ? "Woche" : "Wochen";
            case DAY -> one ? "Tag" : "Tage";
            case HOUR -> one ? "Stunde" : "Stunden";
            case MINUTE -> one ? "Minute" : "Minuten";
            case SECOND -> one ? "Sekunde" : "Sekunden";
        };
    }
}
