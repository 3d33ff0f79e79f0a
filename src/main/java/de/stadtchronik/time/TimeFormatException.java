package de.stadtchronik.time;

/**
 * A text is not a date ({@link Edtf#parse}) or a duration ({@link Duration8601#parse}) as this package accepts them.
 *
 * <p>It is deliberately not an {@link IllegalArgumentException}, so that bad input can be told apart from a mistake in
 * the program.
 */
public final class TimeFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FormatProblem problem;
    private final String text;
    private final int position;

    TimeFormatException(FormatProblem problem, String text, int position) {
        // The text stays out of the message: it is foreign, may be huge, and messages end up in logs.
        super(problem.sentence().english() + " (position " + position + ")");
        this.problem = problem;
        this.text = text;
        this.position = position;
    }

    /** {@return what is wrong} */
    public FormatProblem problem() {
        return problem;
    }

    /** {@return the whole offending text, unchanged and unescaped} */
    public String text() {
        return text;
    }

    /**
     * Where the text goes wrong.
     *
     * @return a 0-based index into {@link #text()}; the length of the text if something is missing at its end
     */
    public int position() {
        return position;
    }
}
