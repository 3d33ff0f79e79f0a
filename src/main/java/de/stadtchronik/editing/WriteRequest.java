package de.stadtchronik.editing;

import de.stadtchronik.access.Actor;
import de.stadtchronik.content.Answer;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a request that writes says of itself, beside its body.
 *
 * @param actor who makes it
 * @param ifMatch the revisions it is based on (RFC 9110, section 13.1.1), as sent
 * @param onlyNew whether it is only to create (RFC 9110, section 13.1.2: {@code If-None-Match: *})
 * @param idempotencyKey by which a repetition is recognised
 * @param fingerprint of all that is asked for
 * @param dryRun whether it is only to be checked
 */
record WriteRequest(
        Actor actor,
        Optional<String> ifMatch,
        boolean onlyNew,
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
            throw Problem.invalidParameters(List.of(Fault.inParameter(
                    IDEMPOTENCY_KEY,
                    "malformed-key",
                    new Words(
                            "Idempotency-Key hat 1 bis 255 sichtbare ASCII-Zeichen, etwa eine UUID.",
                            "Idempotency-Key has 1 to 255 visible ASCII characters, such as a UUID."))));
        }
        var onlyNew = "*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        return new WriteRequest(actor, ifMatch, onlyNew, key, fingerprint(target, ifMatch.orElse(""), body), dryRun);
    }

    /** @throws Problem STALE_REVISION if it is based on a revision of something that is not there */
    void requireAbsentFits() {
        if (ifMatch.isPresent()) {
            throw new Problem(
                    ProblemType.STALE_REVISION,
                    new Words(
                            "Hier ist noch nichts, also auch nichts im Stand von If-Match.",
                            "There is nothing here yet, and so nothing at the revision of If-Match."));
        }
    }

    /** @throws Problem STALE_REVISION if it is only to create, and something is there */
    void requirePresentFits(int current) {
        if (onlyNew) {
            throw new Problem(
                            ProblemType.STALE_REVISION,
                            new Words(
                                            "If-None-Match: * legt nur an; hier ist schon etwas, im Stand %s.",
                                            "If-None-Match: * only creates; something is here already, at revision %s.")
                                    .with(Answer.tag(current)))
                    .with("revision", current);
        }
    }

    /**
     * The revision that the request is based on.
     *
     * @param current the revision that it would have to be
     * @return the current one if it is among those sent; otherwise another, which the store refuses
     * @throws Problem PRECONDITION_REQUIRED without {@code If-Match}, STALE_REVISION if that names none
     */
    int revision(int current) {
        var header = ifMatch.orElseThrow(() -> new Problem(
                        ProblemType.PRECONDITION_REQUIRED,
                        new Words(
                                        "Es fehlt If-Match mit dem Stand, auf dem die Änderung beruht; der heutige ist %s.",
                                        "If-Match is missing: the revision on which the change is based; the current one is %s.")
                                .with(Answer.tag(current)))
                .with("revision", current));
        var revisions = Arrays.stream(header.split(",", -1))
                .map(tag -> TAG.matcher(tag.strip()))
                .filter(java.util.regex.Matcher::matches)
                .map(tag -> Integer.valueOf(tag.group(1)))
                .toList();
        if (revisions.isEmpty()) {
            throw new Problem(
                            ProblemType.STALE_REVISION,
                            new Words(
                                            "If-Match nennt keinen Stand, etwa %s: den ETag, den view=draft und jede"
                                                    + " Antwort auf eine Änderung haben.",
                                            "If-Match names no revision, such as %s: the ETag that view=draft and each"
                                                    + " answer to a change have.")
                                    .with(Answer.tag(current)))
                    .with("revision", current);
        }
        return revisions.contains(current) ? current : revisions.get(0);
    }

    private static String fingerprint(String target, String ifMatch, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((target + "\n" + ifMatch + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
