package de.stadtchronik.keys;

import de.stadtchronik.access.Role;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tokens of an OpenID Connect issuer, where the operator configured one. */
@ApplicationScoped
class OpenIdConnect {

    /** Before the subject of a token, in the name of an actor. */
    static final String START = "oidc:";

    private final OidcAuthenticationMechanism mechanism;
    private final boolean enabled;

    OpenIdConnect(
            OidcAuthenticationMechanism mechanism,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean enabled) {
        this.mechanism = mechanism;
        this.enabled = enabled;
    }

    /**
     * Who sent the token of the request; empty if no issuer is configured, or the token has no subject.
     *
     * @throws io.quarkus.security.AuthenticationFailedException through the result, if the token is not valid
     * @throws Problem UNAVAILABLE, likewise, if the issuer cannot be asked
     */
    Uni<Optional<SecurityIdentity>> identify(RoutingContext request, IdentityProviderManager providers) {
        return enabled
                ? mechanism
                        .authenticate(request, providers)
                        .onFailure(OIDCException.class)
                        .transform(down -> new Problem(
                                ProblemType.UNAVAILABLE,
                                new BilingualText(
                                        "Der Aussteller des Tokens ist gerade nicht erreichbar.",
                                        "The issuer of the token cannot be reached right now.")))
                        .map(identity -> Optional.ofNullable(identity).flatMap(OpenIdConnect::ours))
                : Uni.createFrom().item(Optional.empty());
    }

    /** Named by subject, because names of people do not belong in the log; with those roles that are known here. */
    private static Optional<SecurityIdentity> ours(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return Optional.of(Identities.of(START + token.getSubject(), Role.highest(identity.getRoles()), Set.of()));
        }
        return Optional.empty();
    }
}
