package de.stadtchronik.harvest;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.content.DocumentJson;
import de.stadtchronik.content.DocumentReader;
import de.stadtchronik.content.MergePatch;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.outbound.OutboundFailure.Reason;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Reads a source that is wanted, strictly: its form, and whether its address may be called. */
@ApplicationScoped
class SourceBody {

    private static final Duration LOOKUP = Duration.ofSeconds(5);

    private static final Words INTERVAL = new Words(
            "Sekunden zwischen zwei Abrufen: eine ganze Zahl von 10 bis 604800, ohne Angabe 300.",
            "Seconds between two runs: a whole number from 10 to 604800; 300 if absent.");

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

    /** The same without a look at the address, which may not be known yet. */
    NewSource form(byte[] body) {
        var source = request(body);
        if (source.url().getRawQuery() != null || source.url().getRawFragment() != null) {
            throw refused(
                    "invalid-url", "Hier braucht es eine Adresse ohne ? und #.", "This needs a URL without ? and #.");
        }
        return source;
    }

    private NewSource request(byte[] body) {
        try {
            return documents.request(body, NewSource.class);
        } catch (Problem refused) {
            throw refused.type() == ProblemType.INVALID_DOCUMENT
                    ? Problem.invalidDocument(
                            refused.faults().stream().map(SourceBody::explained).toList())
                    : refused;
        }
    }

    /** A number says nothing of what it counts. */
    private static Fault explained(Fault fault) {
        return "/interval".equals(fault.pointer())
                ? new Fault(fault.pointer(), null, fault.code(), INTERVAL, List.of("300"))
                : fault;
    }

    /**
     * A merge patch (RFC 7396) on a source. An address that stays is not looked at again.
     *
     * @throws Problem MALFORMED_JSON, INVALID_DOCUMENT
     */
    Patch patched(NewSource current, byte[] body) {
        var patch = documents.parse(body);
        JsonNode merged = MergePatch.apply(patch, documents.parse(bytes(current)));
        var wanted = form(bytes(merged));
        if (!wanted.url().equals(current.url())) {
            requireCallable(wanted.url());
        }
        if (!wanted.name().equals(current.name())) {
            throw Problem.invalidDocument(List.of(new Fault(
                    "/name",
                    null,
                    "unchangeable",
                    new Words("Der Name bleibt.", "The name stays."),
                    List.of(current.name()))));
        }
        return new Patch(wanted, patch.has("key"));
    }

    /**
     * A source as it is to be.
     *
     * @param withKey whether its key is to be that one, or none; otherwise it stays
     */
    record Patch(NewSource source, boolean withKey) {

        /**
         * The key of one host is nobody else's business.
         *
         * @throws Problem INVALID_DOCUMENT if the address would be another host's, and the key would stay
         */
        void requireKeyIfItLeaves(URI host) {
            if (!withKey && !isAt(host, source.url())) {
                throw Problem.invalidDocument(List.of(Fault.inBody(
                        "/key",
                        "required",
                        new Words(
                                "Die neue Adresse führt zu einem anderen Rechner. Der bekommt den Schlüssel des alten nicht:"
                                        + " Bitte seinen angeben, oder null, wenn er keinen braucht.",
                                "The new URL leads to another host, which does not get the key of the old one: please give"
                                        + " its key, or null if it needs none."))));
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

    /** A name that nobody knows may be known tomorrow: only what is wrong for good is refused. */
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
                        "Hier braucht es eine Adresse mit http oder https, ohne Benutzernamen.",
                        "This needs an http or https URL without user info.");
            }
        }
    }

    private static Problem refused(String code, String german, String english) {
        return Problem.invalidDocument(List.of(Fault.inBody("/url", code, new Words(german, english))));
    }
}
