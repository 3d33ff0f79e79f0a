package de.stadtchronik.harvest;

import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.DocumentReader.Submission;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.outbound.OutboundFailure.Reason;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Reads a source from a request: checks its form, and whether its address may be called. */
@ApplicationScoped
class SourceBody {

    private static final Duration LOOKUP = Duration.ofSeconds(5);

    private final DocumentReader documents;
    private final Outbound outbound;

    SourceBody(DocumentReader documents, Outbound outbound) {
        this.documents = documents;
        this.outbound = outbound;
    }

    /** @throws Problem MALFORMED_JSON, INVALID_DOCUMENT */
    NewSource read(byte[] body) {
        var source = form(body);
        requireCallable(source.url());
        return source;
    }

    /** Does not check whether the address may be called: the host name may not be resolved yet. */
    NewSource form(byte[] body) {
        return form(documents.submission(documents.parseOptional(body), NewSource.class));
    }

    private static NewSource form(Submission<NewSource> given) {
        var source = given.valid();
        if (source.url().getRawQuery() != null || source.url().getRawFragment() != null) {
            throw refused(
                    "invalid-url", "Hier braucht es eine Adresse ohne ? und #.", "This needs a URL without ? and #.");
        }
        return source;
    }

    /**
     * Applies a merge patch (RFC 7396) to a source. An unchanged address is not checked again.
     *
     * @throws Problem MALFORMED_JSON, INVALID_DOCUMENT
     */
    Patch patched(NewSource current, byte[] body) {
        var patch = documents.parse(body);
        var wanted = form(documents.patched(current, NewSource.class, patch));
        if (!wanted.url().equals(current.url())) {
            requireCallable(wanted.url());
        }
        if (!wanted.name().equals(current.name())) {
            throw Problem.invalidDocument(List.of(new Violation(
                    "/name",
                    null,
                    "unchangeable",
                    new BilingualText("Der Name lässt sich nicht ändern.", "The name cannot be changed."),
                    List.of(current.name()))));
        }
        return new Patch(wanted, patch.has("key"));
    }

    /**
     * A source after a change.
     *
     * @param withKey whether the change sets or removes the key; otherwise the key stays
     */
    record Patch(NewSource source, boolean withKey) {

        /**
         * Keeps the key of one host from being sent to another.
         *
         * @throws Problem INVALID_DOCUMENT if the new address leads to another host, and the key would stay
         */
        void requireKeyIfItLeaves(URI host) {
            if (!withKey && !isAt(host, source.url())) {
                throw Problem.invalidDocument(List.of(Violation.inBody(
                        "/key",
                        "required",
                        new BilingualText(
                                "Die neue Adresse führt zu einem anderen Rechner, der den Schlüssel des alten nicht bekommt."
                                        + " Bitte seinen Schlüssel angeben, oder null, wenn er keinen braucht.",
                                "The new URL leads to another host, which must not get the key of the old one. Please give"
                                        + " the key of the new host, or null if it needs none."))));
            }
        }

        private static boolean isAt(URI host, URI url) {
            return Objects.equals(host.getScheme(), url.getScheme())
                    && Objects.equals(host.getRawAuthority(), url.getRawAuthority());
        }
    }

    static byte[] bytes(Object value) {
        return DocumentJson.write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses only what is wrong for good: a host name that cannot be resolved now may be resolved later. */
    private void requireCallable(URI url) {
        try {
            outbound.check(url, LOOKUP);
        } catch (OutboundFailure failure) {
            if (failure.reason() == Reason.FORBIDDEN_ADDRESS) {
                throw refused(
                        "forbidden-address",
                        "Dieser Rechner hat eine Adresse, die nicht öffentlich ist.",
                        "This host has an address that is not public.");
            }
            if (failure.reason() == Reason.MALFORMED_URL) {
                throw refused(
                        "invalid-url",
                        "Hier braucht es eine Adresse mit http oder https in ASCII, ohne Benutzernamen.",
                        "This needs an http or https URL in ASCII, without user info.");
            }
        }
    }

    private static Problem refused(String code, String german, String english) {
        return Problem.invalidDocument(List.of(Violation.inBody("/url", code, new BilingualText(german, english))));
    }
}
