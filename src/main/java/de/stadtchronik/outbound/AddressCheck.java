package de.stadtchronik.outbound;

import de.stadtchronik.outbound.OutboundFailure.Reason;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Checks the {@code url} of a request, which is a web address, for what it has to be besides to be called later. */
@ApplicationScoped
public class AddressCheck {

    private static final Duration LOOKUP = Duration.ofSeconds(5);

    /** What may be over soon. */
    private static final Set<Reason> PASSING = Set.of(Reason.UNKNOWN_HOST, Reason.TIMEOUT);

    private final Outbound outbound;

    AddressCheck(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Why an address cannot be called; unknown and internal hosts get one answer, which tells of no name in here. */
    public Optional<Violation> fault(URI url) {
        return reason(url).map(AddressCheck::violation);
    }

    /** Why an address can never be called: a host that is unknown now may be known later. */
    public Optional<Violation> lastingFault(URI url) {
        return reason(url).filter(reason -> !PASSING.contains(reason)).map(AddressCheck::violation);
    }

    private Optional<Reason> reason(URI url) {
        if (url.getRawFragment() != null) {
            return Optional.of(Reason.MALFORMED_URL);
        }
        try {
            outbound.check(url, LOOKUP);
            return Optional.empty();
        } catch (OutboundFailure failure) {
            return Optional.of(failure.reason());
        }
    }

    private static Violation violation(Reason reason) {
        return reason == Reason.MALFORMED_URL
                ? Violation.inBody(
                        "/url",
                        "invalid-url",
                        new BilingualText(
                                "Hier braucht es eine Adresse ohne #, mit einem Namen oder einer üblich geschriebenen IP-Adresse.",
                                "This needs an address without #, with a name or an IP address in its usual form."))
                : Violation.inBody(
                        "/url",
                        "forbidden-address",
                        new BilingualText(
                                "Dieser Rechner hat keine Adresse oder eine, die nicht öffentlich ist.",
                                "This host has no address, or one that is not public."));
    }
}
