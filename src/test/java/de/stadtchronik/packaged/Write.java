package de.stadtchronik.packaged;

import java.util.UUID;

/**
 * A write that is asked for over HTTP, and what is to come of it.
 *
 * @param action what follows the address of the item
 * @param body JSON, or nothing
 * @param revision on which it is based; 0 if it creates
 * @param key by which a repetition is recognised
 * @param dryRun whether it is only to be tried
 * @param status of the answer to expect
 * @param before the item as it is
 * @param after the item once that is acknowledged
 */
record Write(
        String method,
        String action,
        String body,
        int revision,
        String key,
        boolean dryRun,
        int status,
        Remembered before,
        Remembered after) {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int PRECONDITION_FAILED = 412;

    static Write post(Remembered item) {
        var after = item.save();
        return write("POST", "", document(after), CREATED, item, after);
    }

    static Write put(Remembered item) {
        var after = item.save();
        return write("PUT", "", document(after), OK, item, after);
    }

    static Write patch(Remembered item) {
        var after = item.save();
        return write("PATCH", "", NumberedText.patch(item.name(), after.text()).toString(), OK, item, after);
    }

    static Write publish(Remembered item) {
        return write("POST", "/publish", "{}", OK, item, item.publish());
    }

    static Write withdraw(Remembered item) {
        return write("POST", "/withdraw", "{}", OK, item, item.withdraw());
    }

    static Write delete(Remembered item) {
        return write("DELETE", "", "", NO_CONTENT, item, item.delete());
    }

    private static Write write(
            String method, String action, String body, int status, Remembered before, Remembered after) {
        var key = UUID.randomUUID().toString();
        return new Write(method, action, body, before.revision(), key, false, status, before, after);
    }

    private static String document(Remembered item) {
        return NumberedText.document(item.name(), item.text()).toString();
    }

    /** The same, only to be tried. */
    Write rehearsed() {
        return new Write(method, action, body, revision, key, true, status == CREATED ? OK : status, before, before);
    }

    /** The same on a revision that was before. */
    Write stale() {
        return new Write(method, action, body, revision - 1, key, dryRun, PRECONDITION_FAILED, before, before);
    }

    boolean creates() {
        return before.is(Remembered.Status.ABSENT);
    }

    /** Whether it has an effect. */
    boolean changes() {
        return !before.equals(after);
    }

    /** Whether whoever asked for it may rely on it. */
    boolean acknowledges() {
        return !dryRun && status != PRECONDITION_FAILED;
    }

    /** Whether the answer shows the item as it is then. */
    boolean showsItem() {
        return acknowledges() && status != NO_CONTENT;
    }
}
