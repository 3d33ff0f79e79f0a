package de.stadtchronik.keys;

import de.stadtchronik.access.Addresses;
import de.stadtchronik.access.Lockouts;
import de.stadtchronik.access.Role;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Authenticates every request: a caller with an {@code Authorization} header is identified, or refused before anything
 * else happens; one without is the public. It is a CDI alternative, so that no other mechanism is asked as well.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

    /** RFC 6750, section 2.1. */
    static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** The name of a scheme ignores case (RFC 9110, section 11.1). */
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +(" + TOKEN + ")");

    private static final int UNAUTHORIZED = 401;

    private final AdminKey adminKey;
    private final OpenIdConnect issuer;
    private final FailedAttempts guesses;
    private final Addresses addresses;

    BearerAuthentication(AdminKey adminKey, OpenIdConnect issuer, FailedAttempts guesses, Addresses addresses) {
        this.adminKey = adminKey;
        this.issuer = issuer;
        this.guesses = guesses;
        this.addresses = addresses;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        var authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Uni.createFrom().nullItem();
        }
        return identify(authorization, request, providers)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(Optional.empty())
                .map(identity -> identity.orElseThrow(() -> refusal(request)));
    }

    /** Only wrong keys count and are told to wait: many share an address, and a right key has nothing to do with them. */
    private Problem refusal(RoutingContext request) {
        var address = addresses.of(request.request());
        var lockout = guesses.lockout(address);
        if (lockout.isPresent()) {
            return lockedOut(request, lockout.get());
        }
        guesses.count(address);
        return Problem.unauthenticated();
    }

    private Uni<Optional<SecurityIdentity>> identify(
            String authorization, RoutingContext request, IdentityProviderManager providers) {
        var bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var token = bearer.group(1);
        if (adminKey.is(Digest.of(token))) {
            return Uni.createFrom().item(Optional.of(Identities.of(AdminKey.NAME, Optional.of(Role.ADMIN), Set.of())));
        }
        if (token.startsWith(KeyToken.START)) {
            var credential = HttpSecurityUtils.setRoutingContextAttribute(new KeyCredential(token), request);
            return providers.authenticate(credential).map(Optional::of);
        }
        return issuer.identify(request, providers);
    }

    private static Problem lockedOut(RoutingContext request, FailedAttempts.Lockout lockout) {
        if (lockout.begins()) {
            Lockouts.begins(request);
        }
        return Problem.tooMany(
                ProblemType.LOCKED_OUT,
                new BilingualText("Zu viele ungültige Schlüssel, bitte warten.", "Too many invalid keys, please wait."),
                lockout.rest());
    }

    /** Never sent, because every refusal is a problem document that has this header. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyCredential.class);
    }
}
