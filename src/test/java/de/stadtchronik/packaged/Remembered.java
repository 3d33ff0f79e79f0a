package de.stadtchronik.packaged;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A release as whoever writes it remembers it, after each write that was acknowledged.
 *
 * @param name from which its texts follow: see {@link NumberedText}
 * @param text the number of what editors see
 * @param published the number of each version, from the first
 * @param log its lines in the change log: revision, operation and version
 */
record Remembered(String name, Status status, int text, List<Integer> published, List<String> log) {

    /** What may have become of it. */
    enum Status {
        /** Nobody has created it yet. */
        ABSENT,
        DRAFT,
        PUBLISHED,
        WITHDRAWN,
        DELETED
    }

    static Remembered absent(String name) {
        return new Remembered(name, Status.ABSENT, NumberedText.NOTHING, List.of(), List.of());
    }

    /** One that was saved and published as often as it has versions. */
    static Remembered published(String name, int version) {
        var item = absent(name);
        for (var i = 0; i < version; i++) {
            item = item.save().publish();
        }
        return item;
    }

    /** Writes the next text, also the first. */
    Remembered save() {
        return status == Status.ABSENT
                ? with(Status.DRAFT, 1, published, "CREATE")
                : with(status, text + 1, published, "SAVE");
    }

    /** Changes nothing if the public has it already. */
    Remembered publish() {
        return draft() == NumberedText.NOTHING
                ? this
                : with(Status.PUBLISHED, text, appended(published, text), "PUBLISH");
    }

    Remembered withdraw() {
        return with(Status.WITHDRAWN, text, published, "WITHDRAW");
    }

    Remembered delete() {
        return with(Status.DELETED, NumberedText.NOTHING, published, "DELETE");
    }

    private Remembered with(Status next, int number, List<Integer> versions, String operation) {
        var line = revision() + 1 + " " + operation + " " + versions.size();
        return new Remembered(name, next, number, versions, appended(log, line));
    }

    private static <T> List<T> appended(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    int revision() {
        return log.size();
    }

    int version() {
        return published.size();
    }

    boolean is(Status expected) {
        return status == expected;
    }

    /** What editors are shown, in words. */
    String state() {
        return status + ", revision " + revision() + ", version " + version() + ", text " + text;
    }

    /** The number of the draft, if that differs from what is published. */
    int draft() {
        return is(Status.PUBLISHED) && text == newest() ? NumberedText.NOTHING : text;
    }

    /** The number of what the public sees. */
    int visible() {
        return is(Status.PUBLISHED) ? newest() : NumberedText.NOTHING;
    }

    /** The number of what lists sort by and references are labelled with: the newest that was ever public. */
    int label() {
        return is(Status.DELETED) ? NumberedText.NOTHING : published.isEmpty() ? text : newest();
    }

    /** The number of each old version, by version. */
    Map<Integer, Integer> oldVersions() {
        var old = new TreeMap<Integer, Integer>();
        if (!is(Status.DELETED)) {
            published.forEach(number -> old.put(old.size() + 1, number));
        }
        if (is(Status.PUBLISHED)) {
            old.remove(version());
        }
        return old;
    }

    private int newest() {
        return published.get(version() - 1);
    }
}
