package de.stadtchronik.time;

/**
 * German plain language (Leichte Sprache): full words, digits for numbers, and the small words that everyday language
 * leaves out.
 */
final class PlainWording extends German {

    @Override
    public String moment(EdtfDate date) {
        String preposition = date.precision() == Precision.YEAR ? "im " : "";
        return qualifier(date) + preposition + nameWithNoun(date, SaidOnce.NOTHING);
    }

    @Override
    public String since(EdtfDate start) {
        String article = takesArticle(start) ? "dem " : "";
        return "seit " + qualifier(start) + article + nameWithNoun(start, SaidOnce.NOTHING);
    }

    @Override
    public String until(EdtfDate end) {
        String article = takesArticle(end) ? "zum " : "";
        return "bis " + qualifier(end) + article + nameWithNoun(end, SaidOnce.NOTHING);
    }

    @Override
    public String between(EdtfDate start, SaidOnce saidOnce, EdtfDate end) {
        return from(start) + nameWithNoun(start, saidOnce) + " " + until(end);
    }

    /** "Vom" melts preposition and article together, unless a qualifier stands between them. */
    private static String from(EdtfDate start) {
        if (!takesArticle(start)) {
            return "von " + qualifier(start);
        }
        return start.isQualified() ? "von " + qualifier(start) + "dem " : "vom ";
    }

    private String nameWithNoun(EdtfDate date, SaidOnce saidOnce) {
        String noun = date.precision() == Precision.YEAR ? "Jahr " : "";
        return noun + name(date, saidOnce);
    }

    private static boolean takesArticle(EdtfDate date) {
        return date.precision() != Precision.MONTH;
    }

    private static String qualifier(EdtfDate date) {
        return switch (date.qualifier()) {
            case NONE -> "";
            case APPROXIMATE -> "ungefähr ";
            case UNCERTAIN -> "wahrscheinlich ";
            case UNCERTAIN_AND_APPROXIMATE -> "wahrscheinlich ungefähr ";
        };
    }

    @Override
    String number(Amount amount) {
        return Integer.toString(amount.number());
    }
}
