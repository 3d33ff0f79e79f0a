package de.stadtchronik.harvest;

import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.DocumentReader.Submission;
import de.stadtchronik.outbound.AddressCheck;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads a source from a request: checks its form, and whether its address may be called. */
@ApplicationScoped
class SourceBody {

    private final DocumentReader documents;
    private final AddressCheck addresses;

    SourceBody(DocumentReader documents, AddressCheck addresses) {
        this.documents = documents;
        this.addresses = addresses;
    }

    /** @throws Problem MALFORMED_JSON, INVALID_DOCUMENT */
    NewSource read(byte[] body) {
        var source = form(body);
        refuse(addresses.lastingFault(source.url()));
        return source;
    }

    /** Does not check whether the address may be called: the host name may not be resolved yet. */
    NewSource form(byte[] body) {
        return form(documents.submission(documents.parseOptional(body), NewSource.class));
    }

    private static NewSource form(Submission<NewSource> given) {
        var source = given.valid();
        if (source.url().getRawQuery() != null || source.url().getRawFragment() != null) {
            refuse(Optional.of(Violation.inBody(
                    "/url",
                    "invalid-url",
                    new BilingualText(
                            "Hier braucht es eine Adresse ohne ? und #.", "This needs a URL without ? and #."))));
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
            refuse(addresses.lastingFault(wanted.url()));
        }
        if (!wanted.name().equals(current.name())) {
            refuse(Optional.of(new Violation(
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

    private static void refuse(Optional<Violation> fault) {
        fault.ifPresent(wrong -> {
            throw Problem.invalidDocument(List.of(wrong));
        });
    }
}
