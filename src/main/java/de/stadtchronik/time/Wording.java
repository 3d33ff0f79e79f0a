package de.stadtchronik.time;

import java.time.Month;
import java.util.List;

/**
 * How one language words dates and durations. To add a language, implement this and name it in {@link Display}.
 *
 * <p>Month names are written out in the implementations, because those of the JDK change with its locale data and are
 * missing from slim runtimes.
 */
interface Wording {

    /** A date standing alone, and before a duration. */
    String moment(EdtfDate date);

    String since(EdtfDate start);

    String until(EdtfDate end);

    /** From one date to another; the start leaves out what only the end says. */
    String between(EdtfDate start, SaidOnce saidOnce, EdtfDate end);

    /** How long something lasted, in at least one amount, none of them zero. */
    String lasting(List<Amount> amounts);

    /** The day within its month, such as "24". */
    String day(int dayOfMonth);

    String month(Month month);

    String season(Season season);

    /** The bare name of a date, without qualifier, article or preposition. */
    default String name(EdtfDate date, SaidOnce saidOnce) {
        String year = saidOnce == SaidOnce.NOTHING ? " " + year(date) : "";
        return switch (date.precision()) {
            case DAY -> {
                String day = day(date.firstDay().getDayOfMonth());
                yield saidOnce == SaidOnce.MONTH_AND_YEAR ? day : day + " " + month(date.month()) + year;
            }
            case MONTH -> month(date.month()) + year;
            case SEASON -> season(date.season()) + year;
            case YEAR -> year(date);
        };
    }

    /** The year in digits; that of a winter as in "2020/21", written out where the short form would mislead. */
    static String year(EdtfDate date) {
        int year = date.year();
        if (!date.isWinter()) {
            return Integer.toString(year);
        }
        int next = year + 1;
        boolean shortFormIsClear = year >= 1000 && year / 100 == next / 100;
        return year + "/" + (shortFormIsClear ? Integer.toString(next).substring(2) : next);
    }

    /** A number from two on: in words as far as they go, in digits beyond. */
    static String number(Amount amount, List<String> wordsFromTwo) {
        int index = amount.number() - 2;
        return index < wordsFromTwo.size() ? wordsFromTwo.get(index) : Integer.toString(amount.number());
    }

    /** Words in one text, with blanks between. */
    static List<String> words(String words) {
        return List.of(words.split(" ", -1));
    }

    /** "A", "A and B", "A, B and C", with the language's own word for "and". */
    static String enumerated(List<String> items, String and) {
        int last = items.size() - 1;
        if (last == 0) {
            return items.get(0);
        }
        return String.join(", ", items.subList(0, last)) + " " + and + " " + items.get(last);
    }
}
