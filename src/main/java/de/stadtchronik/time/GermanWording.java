package de.stadtchronik.time;

import java.time.Month;
import java.util.List;

/** Everyday German. */
final class GermanWording implements Wording {

    @Override
    public String moment(EdtfDate date) {
        return qualified(date, SaidOnce.NOTHING);
    }

    @Override
    public String since(EdtfDate start) {
        return "seit " + moment(start);
    }

    @Override
    public String until(EdtfDate end) {
        return "bis " + moment(end);
    }

    @Override
    public String between(EdtfDate start, SaidOnce saidOnce, EdtfDate end) {
        return qualified(start, saidOnce) + " bis " + moment(end);
    }

    @Override
    public String lasting(List<Amount> amounts) {
        return Wording.enumerated(amounts.stream().map(GermanWording::amount).toList(), "und") + " lang";
    }

    @Override
    public String day(int dayOfMonth) {
        return dayOfMonth + ".";
    }

    @Override
    public String month(Month month) {
        return GermanNames.month(month);
    }

    @Override
    public String season(Season season) {
        return GermanNames.season(season);
    }

    private String qualified(EdtfDate date, SaidOnce saidOnce) {
        String qualifier = switch (date.qualifier()) {
            case NONE -> "";
            case APPROXIMATE -> "etwa ";
            case UNCERTAIN -> "vermutlich ";
            case UNCERTAIN_AND_APPROXIMATE -> "vermutlich etwa ";
        };
        return qualifier + name(date, saidOnce);
    }

    private static String amount(Amount amount) {
        return number(amount) + " " + GermanNames.unit(amount);
    }

    /** In the accusative, which "lang" asks for. */
    private static String number(Amount amount) {
        return switch (amount.number()) {
            case 1 ->
                switch (amount.unit()) {
                    case YEAR -> "ein";
                    case MONTH, DAY -> "einen";
                    case WEEK, HOUR, MINUTE, SECOND -> "eine";
                };
            case 2 -> "zwei";
            case 3 -> "drei";
            case 4 -> "vier";
            case 5 -> "fünf";
            case 6 -> "sechs";
            case 7 -> "sieben";
            case 8 -> "acht";
            case 9 -> "neun";
            case 10 -> "zehn";
            case 11 -> "elf";
            case 12 -> "zwölf";
            default -> Integer.toString(amount.number());
        };
    }
}
