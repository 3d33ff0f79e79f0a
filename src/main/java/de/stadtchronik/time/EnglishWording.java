package de.stadtchronik.time;

import java.time.Month;
import java.util.List;
import java.util.Locale;

/** British English: "13 March 2020". */
final class EnglishWording implements Wording {

    private static final List<String> MONTHS =
            Wording.words("January February March April May June July August September October November December");
    private static final List<String> FROM_TWO =
            Wording.words("two three four five six seven eight nine ten eleven twelve");

    @Override
    public String moment(EdtfDate date) {
        return qualified(date, SaidOnce.NOTHING);
    }

    @Override
    public String since(EdtfDate start) {
        return "since " + moment(start);
    }

    @Override
    public String until(EdtfDate end) {
        return "until " + moment(end);
    }

    @Override
    public String between(EdtfDate start, SaidOnce saidOnce, EdtfDate end) {
        return qualified(start, saidOnce) + " to " + moment(end);
    }

    @Override
    public String lasting(List<Amount> amounts) {
        return "for "
                + Wording.enumerated(
                        amounts.stream().map(EnglishWording::amount).toList(), "and");
    }

    @Override
    public String day(int dayOfMonth) {
        return Integer.toString(dayOfMonth);
    }

    @Override
    public String month(Month month) {
        return MONTHS.get(month.getValue() - 1);
    }

    @Override
    public String season(Season season) {
        return season.name().toLowerCase(Locale.ROOT);
    }

    private String qualified(EdtfDate date, SaidOnce saidOnce) {
        String qualifier = switch (date.qualifier()) {
            case NONE -> "";
            case APPROXIMATE -> "about ";
            case UNCERTAIN -> "probably ";
            case UNCERTAIN_AND_APPROXIMATE -> "probably about ";
        };
        return qualifier + name(date, saidOnce);
    }

    private static String amount(Amount amount) {
        String unit = amount.unit().name().toLowerCase(Locale.ROOT);
        return amount.number() == 1 ? "one " + unit : Wording.number(amount, FROM_TWO) + " " + unit + "s";
    }
}
