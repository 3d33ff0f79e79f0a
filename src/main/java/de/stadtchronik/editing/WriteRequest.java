package de.stadtchronik.editing;

import de.stadtchronik.access.Actor;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Sha256;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that writes, without its body.
 *
 * @param actor the caller
 * @param ifMatch the revisions it is based on (RFC 9110, section 13.1.1), as sent
 * @param ifNoneMatch the revisions it is not to meet, as sent; {@code *} is any (RFC 9110, section 13.1.2)
 * @param idempotencyKey the key by which a repetition is recognised
 * @param fingerprint a hash of the whole request
 * @param dryRun whether it is only to be checked
 */
record WriteRequest(
        Actor actor,
        Optional<String> ifMatch,
        Optional<String> ifNoneMatch,
        Optional<String> idempotencyKey,
        String fingerprint,
        boolean dryRun) {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern TAG = Pattern.compile("\"r([0-9]{1,9})\"");

    static WriteRequest of(Actor actor, HttpHeaders headers, String target, byte[] body, boolean dryRun) {
        var ifMatch = Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH));
        var key = Optional.ofNullable(headers.getHeaderString(IDEMPOTENCY_KEY));
        if (key.filter(text -> !KEY.matcher(text).matches()).isPresent()) {
            throw Problem.invalidParameters(List.of(Violation.inParameter(
                    IDEMPOTENCY_KEY,
                    "malformed-key",
                    new BilingualText(
                            "Idempotency-Key hat 1 bis 255 sichtbare ASCII-Zeichen, etwa eine UUID.",
                            "Idempotency-Key has 1 to 255 visible ASCII characters, such as a UUID."))));
        }
        var ifNoneMatch = Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        // Nothing stands for an absent If-None-Match, so that the fingerprints of earlier releases still hold.
        var head = target + "\n" + ifMatch.orElse("") + "\n"
                + ifNoneMatch.map(tags -> tags + "\n").orElse("");
        return new WriteRequest(actor, ifMatch, ifNoneMatch, key, fingerprint(head, body), dryRun);
    }

    /** @throws Problem STALE_REVISION if it is based on a revision of an item that does not exist */
    void requireAbsentFits() {
        if (ifMatch.isPresent()) {
            throw new Problem(
                    ProblemType.STALE_REVISION,
                    new BilingualText(
                            "Hier gibt es noch keinen Eintrag, also auch nicht den Stand von If-Match.",
                            "There is no item here yet, and so nothing at the revision of If-Match."));
        }
    }

    /** @throws Problem UNFIT_PRECONDITION if the item exists, and it is only to create or not to meet that revision */
    void requirePresentFits(int current) {
        if (ifNoneMatch.filter("*"::equals).isPresent()
                || ifNoneMatch.map(WriteRequest::revisions).orElse(List.of()).contains(current)) {
            throw problem(
                    ProblemType.UNFIT_PRECONDITION,
                    new BilingualText(
                            "If-None-Match schließt den Eintrag aus, wie er ist: Es gibt ihn, im Stand %s.",
                            "If-None-Match excludes the item as it is: it exists, at revision %s."),
                    current);
        }
    }

    /**
     * The revision that the request is based on.
     *
     * @param current the revision that it would have to be
     * @return the current one if it is among those sent; otherwise another, which the store refuses
     * @throws Problem PRECONDITION_REQUIRED without {@code If-Match}, UNFIT_PRECONDITION if that names none, or
     *     {@code If-None-Match} excludes the current one
     */
    int revision(int current) {
        requirePresentFits(current);
        var header = ifMatch.orElseThrow(() -> problem(
                ProblemType.PRECONDITION_REQUIRED,
                new BilingualText(
                        "Es fehlt If-Match mit dem Stand, auf dem die Änderung beruht; der heutige ist %s.",
                        "If-Match is missing: the revision on which the change is based; the current one is %s."),
                current));
        var revisions = revisions(header);
        if (revisions.isEmpty()) {
            throw problem(
                    ProblemType.UNFIT_PRECONDITION,
                    new BilingualText(
                            "If-Match nennt keinen Stand, sondern etwa den ETag einer öffentlichen Antwort. Gebraucht wird"
                                    + " der von view=draft oder einer Antwort auf eine Änderung; der heutige ist %s.",
                            "If-Match names no revision, but perhaps the ETag of a public answer. Needed is that of"
                                    + " view=draft or of an answer to a change; the current one is %s."),
                    current);
        }
        return revisions.contains(current) ? current : revisions.get(0);
    }

    private static List<Integer> revisions(String header) {
        return Arrays.stream(header.split(",", -1))
                .map(tag -> TAG.matcher(tag.strip()))
                .filter(Matcher::matches)
                .map(tag -> Integer.valueOf(tag.group(1)))
                .toList();
    }

    private static Problem problem(ProblemType type, BilingualText detail, int current) {
        return new Problem(type, detail.with(Answer.tag(current))).with("revision", current);
    }

    private static String fingerprint(String head, byte[] body) {
        var digest = Sha256.digest();
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }
}
