package de.stadtchronik.time;

import java.time.Month;
import java.util.List;

/** What everyday German and plain German say alike. */
abstract class German implements Wording {

    private static final List<String> MONTHS =
            Wording.words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember");

    @Override
    public String day(int dayOfMonth) {
        return dayOfMonth + ".";
    }

    @Override
    public String month(Month month) {
        return MONTHS.get(month.getValue() - 1);
    }

    @Override
    public String season(Season season) {
        return switch (season) {
            case SPRING -> "Frühling";
            case SUMMER -> "Sommer";
            case AUTUMN -> "Herbst";
            case WINTER -> "Winter";
        };
    }

    @Override
    public String lasting(List<Amount> amounts) {
        var words = amounts.stream()
                .map(amount -> number(amount) + " " + unit(amount))
                .toList();
        return Wording.enumerated(words, "und") + " lang";
    }

    /** How many, in the accusative, which "lang" asks for. */
    abstract String number(Amount amount);

    private static String unit(Amount amount) {
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
