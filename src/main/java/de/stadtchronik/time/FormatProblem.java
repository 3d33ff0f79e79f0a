package de.stadtchronik.time;

import de.stadtchronik.text.BilingualText;

/** Everything that can be wrong with a date or a duration, each with a sentence that says what to write instead. */
public enum FormatProblem {
    EMPTY("Der Text ist leer.", "The text is empty."),
    TOO_LONG(
            "Der Text ist zu lang: Es sind höchstens 40 Zeichen erlaubt.",
            "The text is too long: at most 40 characters are allowed."),
    WHITESPACE("Leerzeichen und Zeilenumbrüche sind nicht erlaubt.", "Spaces and line breaks are not allowed."),
    FOREIGN_CHARACTER(
            "Dieses Zeichen ist nicht erlaubt: Ein Datum besteht aus den Ziffern 0 bis 9 und den Zeichen - / . ~ ? %.",
            "This character is not allowed: a date consists of the digits 0 to 9 and the characters - / . ~ ? %."),
    TIME_OF_DAY(
            "Eine Uhrzeit ist hier nicht erlaubt: Bitte nur das Datum schreiben; eine genaue Zeit gehört in startAt/endAt.",
            "A time of day is not allowed here: write the date only; an exact time belongs in startAt/endAt."),
    UNKNOWN_END(
            "Vor und nach dem Schrägstrich muss etwas stehen: Für ein offenes Ende bitte zwei Punkte (..) schreiben.",
            "Something must stand on both sides of the slash: for an open end, write two dots (..)."),
    OPEN_AT_BOTH_ENDS(
            "Ein Zeitraum ohne Anfang und Ende sagt nichts aus: Mindestens ein Datum wird gebraucht.",
            "An interval that is open at both ends says nothing: at least one date is needed."),
    OPEN_WITHOUT_INTERVAL(
            "Zwei Punkte (..) stehen nur vor oder nach einem Schrägstrich, zum Beispiel 2020-03-13/.. oder ../2020.",
            "Two dots (..) stand only before or after a slash, as in 2020-03-13/.. or ../2020."),
    UNSPECIFIED_DIGIT(
            "Offene Ziffern (X) sind nicht erlaubt: Bitte gröber schreiben, zum Beispiel 2020 oder 2010/2019.",
            "Unspecified digits (X) are not allowed: please write it more coarsely, such as 2020 or 2010/2019."),
    SET(
            "Mengen in Klammern sind nicht erlaubt: Bitte ein Datum oder einen Zeitraum schreiben.",
            "Sets in brackets are not allowed: please write one date or one interval."),
    NEGATIVE_YEAR(
            "Jahre mit Minus sind nicht erlaubt: Die Jahre reichen von 0001 bis 9998.",
            "Years with a minus sign are not allowed: years run from 0001 to 9998."),
    YEAR_OUT_OF_RANGE(
            "Dieses Jahr ist nicht erlaubt: Die Jahre reichen von 0001 bis 9998.",
            "This year is not allowed: years run from 0001 to 9998."),
    NO_SUCH_MONTH(
            "Diesen Monat gibt es nicht: Monate heißen 01 bis 12, Jahreszeiten 21 bis 24.",
            "There is no such month: months are 01 to 12, seasons 21 to 24."),
    NO_SUCH_DAY("Diesen Tag gibt es in diesem Monat nicht.", "There is no such day in this month."),
    DIGIT_EXPECTED(
            "Hier fehlt eine Ziffer: Ein Datum heißt JJJJ, JJJJ-MM oder JJJJ-MM-TT, zum Beispiel 2020-03-13.",
            "A digit is missing here: a date reads YYYY, YYYY-MM or YYYY-MM-DD, such as 2020-03-13."),
    TRAILING_TEXT(
            "Das Datum ist hier schon vollständig: Danach darf höchstens eines der Zeichen ~ ? % stehen.",
            "The date is already complete here: at most one of the marks ~ ? % may follow it."),
    SECOND_SLASH(
            "Ein Zeitraum hat nur einen Anfang und ein Ende: Es ist nur ein Schrägstrich erlaubt.",
            "An interval has one start and one end: only one slash is allowed."),
    END_BEFORE_START("Das Ende liegt vor dem Anfang.", "The end lies before the start."),

    DURATION_WITHOUT_P(
            "Eine Dauer beginnt mit P, zum Beispiel P7W oder P1Y2M.", "A duration begins with P, as in P7W or P1Y2M."),
    DURATION_NUMBER_EXPECTED(
            "Hier fehlt eine ganze Zahl: Eine Dauer heißt zum Beispiel P7W, P1Y2M oder PT90M.",
            "A whole number is missing here: a duration reads like P7W, P1Y2M or PT90M."),
    DURATION_NUMBER_TOO_LARGE(
            "Diese Zahl ist zu lang: Es sind höchstens vier Ziffern erlaubt.",
            "This number is too long: at most four digits are allowed."),
    DURATION_FRACTION(
            "Bruchteile sind nicht erlaubt: Bitte ganze Zahlen einer kleineren Einheit schreiben.",
            "Fractions are not allowed: please write whole numbers of a smaller unit."),
    DURATION_UNIT_EXPECTED(
            "Hier fehlt die Einheit: Erlaubt sind Y, M, W, D und nach einem T auch H, M, S.",
            "The unit is missing here: it is one of Y, M, W, D and, after a T, one of H, M, S."),
    DURATION_ORDER(
            "Die Einheiten stehen in falscher Reihenfolge oder doppelt: Sie folgen einander von groß nach klein.",
            "The units are out of order or repeated: they follow each other from large to small."),
    DURATION_WEEKS_COMBINED("Wochen stehen für sich allein, zum Beispiel P7W.", "Weeks stand alone, as in P7W."),
    DURATION_ZERO("Eine Dauer muss länger als null sein.", "A duration must be longer than zero.");

    private final BilingualText sentence;

    FormatProblem(String german, String english) {
        this.sentence = new BilingualText(german, english);
    }

    /** {@return what is wrong, without the text and the position} */
    public BilingualText sentence() {
        return sentence;
    }

    TimeFormatException in(String text, int position) {
        return new TimeFormatException(this, text, position);
    }
}
