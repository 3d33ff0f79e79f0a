package de.stadtchronik.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The ready answer to a request.
 *
 * @param json the body, UTF-8
 * @param languages the languages of the texts in it
 * @param lastModified when the newest of what it shows changed; empty for an empty list
 * @param next the address of the next page, if there is one
 * @param revision of the one item that it shows to an editor; it becomes the entity tag
 * @param audience for whom it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(
        byte[] json,
        Set<String> languages,
        Optional<Instant> lastModified,
        Optional<String> next,
        Optional<Integer> revision,
        Audience audience) {

    /** For whom an answer is. */
    public enum Audience {
        /** It is the same for all. */
        EVERYBODY,
        /** Others see more of the same. */
        PUBLIC,
        /** It is the same for all, and nobody may give it out without asking whether it still is. */
        FOLLOWERS,
        /** It is for the one who asked alone, and to be kept by nobody. */
        ONE
    }

    /** What an editor sees of an item. */
    public static Answer of(DraftView view) {
        return new Answer(
                view.json().getBytes(StandardCharsets.UTF_8),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(view.revision()),
                Audience.ONE);
    }

    /** What only the one who asked may see. */
    public static Answer confidential(String json) {
        return new Answer(
                json.getBytes(StandardCharsets.UTF_8),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Audience.ONE);
    }

    /** What whoever follows the content wants to have as it is right now. */
    public static Answer current(byte[] json, Optional<String> next) {
        return new Answer(json, Set.of(), Optional.empty(), next, Optional.empty(), Audience.FOLLOWERS);
    }

    /** The same for the one who asked alone. */
    Answer keptByNobody() {
        return forAudience(Audience.ONE);
    }

    Answer forAudience(Audience audience) {
        return new Answer(json, languages, lastModified, next, revision, audience);
    }

    /** The entity tag of a revision (RFC 9110, section 8.8.3). */
    public static String tag(int revision) {
        return "\"r" + revision + "\"";
    }
}
