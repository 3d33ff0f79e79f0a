package de.stadtchronik;

/** How much a storm has of something: little in the test command, more in the profile {@code full}. */
public final class Size {

    private Size() {}

    /** What the system property of that name says, or else the one or the other. */
    public static int of(String name, int small, int full) {
        return Integer.getInteger(name, Boolean.getBoolean("full") ? full : small);
    }
}
