package de.stadtchronik.vocabulary;

/** What a source of copies is called here, such as {@code mainz}. It becomes part of slugs. */
public final class SourceName {

    /** What it looks like. */
    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /** How many characters it has at most. */
    public static final int LONGEST = 40;

    private SourceName() {}

    /** Whether a source can be called that. */
    public static boolean isWellFormed(String name) {
        return name.length() <= LONGEST && name.matches(PATTERN);
    }
}
