package de.stadtchronik.time;

import java.time.Month;
import java.util.List;

/** British English: "13 March 2020". */
final class EnglishWording implements Wording {

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
        return switch (month) {
            case JANUARY -> "January";
            case FEBRUARY -> "February";
            case MARCH -> "March";
            case APRIL -> "April";
            case MAY -> "May";
            case JUNE -> "June";
            case JULY -> "July";
            case AUGUST -> "August";
            case SEPTEMBER -> "September";
            case OCTOBER -> "October";
            case NOVEMBER -> "November";
            case DECEMBER -> "December";
        };
    }

    @Override
    public String season(Season season) {
        return switch (season) {
            case SPRING -> "spring";
            case SUMMER -> "summer";
            case AUTUMN -> "autumn";
            case WINTER -> "winter";
        };
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
        return number(amount.number()) + " " + unit(amount);
    }

    private static String unit(Amount amount) {
        String unit = switch (amount.unit()) {
            case YEAR -> "year";
            case MONTH -> "month";
            case WEEK -> "week";
            case DAY -> "day";
            case HOUR -> "hour";
            case MINUTE -> "minute";
            case SECOND -> "second";
        };
        return amount.number() == 1 ? unit : unit + "s";
    }

    private static String number(int number) {
        return switch (number) {
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "three";
            case 4 -> "four";
            case 5 -> "five";
            case 6 -> "six";
            case 7 -> "seven";
            case 8 -> "eight";
            case 9 -> "nine";
            case 10 -> "ten";
            case 11 -> "eleven";
            case 12 -> "twelve";
            default -> Integer.toString(number);
        };
    }
}
