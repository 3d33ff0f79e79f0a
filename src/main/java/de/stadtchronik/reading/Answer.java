package de.stadtchronik.reading;

import de.stadtchronik.change.RecentChanges.Position;
import de.stadtchronik.content.DraftView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The ready answer to a request.
 *
 * @param json the body, UTF-8
 * @param asWritten whether it shows documents as they are written: all languages, references as ids
 * @param languages the languages of the texts in it
 * @param lastModified when it last changed: the newest public change that touched it, of what is no longer there, too;
 *     empty for an empty list
 * @param next the address of the next page, if there is one
 * @param revision of the one item that it shows to an editor; it becomes the entity tag
 * @param audience for whom it is
 * @param basis what it was made of; empty if that is not known, and it cannot be kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(
        byte[] json,
        boolean asWritten,
        Set<String> languages,
        Optional<Instant> lastModified,
        Optional<String> next,
        Optional<Integer> revision,
        Audience audience,
        Optional<Basis> basis) {

    /** The media type of documents as they are written; what is read is {@code application/json}. */
    public static final String AS_WRITTEN = "application/vnd.stadtchronik.document+json";

    /** For whom an answer is. */
    public enum Audience {
        /** It is the same for all. */
        EVERYBODY,
        /** Others see more of the same. */
        PUBLIC,
        /** Equal for all clients, but a cache has to ask each time whether it still is. */
        FOLLOWERS,
        /** For the client that asked alone; no cache may keep it. */
        ONE
    }

    /** What an editor sees of an item. */
    public static Answer of(DraftView view) {
        return new Answer(
                view.json().getBytes(StandardCharsets.UTF_8),
                true,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(view.revision()),
                Audience.ONE,
                Optional.empty());
    }

    /** What is no document as it is written, and has no revision. */
    Answer(
            String json,
            Set<String> languages,
            Optional<Instant> lastModified,
            Optional<String> next,
            Audience audience) {
        this(
                json.getBytes(StandardCharsets.UTF_8),
                false,
                languages,
                lastModified,
                next,
                Optional.empty(),
                audience,
                Optional.empty());
    }

    /** What only the one who asked may see. */
    public static Answer confidential(String json) {
        return new Answer(json, Set.of(), Optional.empty(), Optional.empty(), Audience.ONE);
    }

    /** What the service says of itself, in a language. */
    public static Answer ofService(String json, String language) {
        return new Answer(json, Set.of(language), Optional.empty(), Optional.empty(), Audience.EVERYBODY);
    }

    /** What partners want to have as it is right now. */
    public static Answer current(byte[] json, Optional<String> next) {
        return new Answer(
                json, false, Set.of(), Optional.empty(), next, Optional.empty(), Audience.FOLLOWERS, Optional.empty());
    }

    /** This answer with another time of its last change. */
    Answer changed(Optional<Instant> at) {
        return new Answer(json, asWritten, languages, at, next, revision, audience, basis);
    }

    /** This answer, made of what there was at a position. */
    Answer asOf(Position position) {
        return based(basis.map(on -> new Basis(on.dependencies(), position, on.until())));
    }

    /** This answer with its body in another coding. */
    public Answer sentAs(byte[] encoded) {
        return new Answer(encoded, asWritten, languages, lastModified, next, revision, audience, basis);
    }

    /** This answer, for one time only. */
    Answer notToBeKept() {
        return based(Optional.empty());
    }

    private Answer based(Optional<Basis> on) {
        return new Answer(json, asWritten, languages, lastModified, next, revision, audience, on);
    }

    Answer forAudience(Audience audience) {
        return new Answer(json, asWritten, languages, lastModified, next, revision, audience, basis);
    }

    /** The entity tag of a revision (RFC 9110, section 8.8.3). */
    public static String tag(int revision) {
        return "\"r" + revision + "\"";
    }
}
