package de.stadtchronik.time;

import java.util.List;

/** Everyday German. */
final class GermanWording extends German {

    private static final List<String> FROM_TWO =
            Wording.words("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf");

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

    private String qualified(EdtfDate date, SaidOnce saidOnce) {
        String qualifier = switch (date.qualifier()) {
            case NONE -> "";
            case APPROXIMATE -> "etwa ";
            case UNCERTAIN -> "vermutlich ";
            case UNCERTAIN_AND_APPROXIMATE -> "vermutlich etwa ";
        };
        return qualifier + name(date, saidOnce);
    }

    @Override
    String number(Amount amount) {
        if (amount.number() == 1) {
            return switch (amount.unit()) {
                case YEAR -> "ein";
                case MONTH, DAY -> "einen";
                case WEEK, HOUR, MINUTE, SECOND -> "eine";
            };
        }
        return Wording.number(amount, FROM_TWO);
    }
}
