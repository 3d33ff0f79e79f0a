package de.stadtchronik.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The caller of a request, for code that runs before the REST layer. */
public final class Callers {

    private Callers() {}

    /** Who it is; empty for the public, and before the credentials were looked at. */
    public static Optional<Actor> actor(RoutingContext request) {
        return identity(request)
                .map(identity -> new Actor(identity.getPrincipal().getName()));
    }

    /** The highest role; empty for the public. */
    public static Optional<Role> role(RoutingContext request) {
        return identity(request).flatMap(identity -> Role.highest(identity.getRoles()));
    }

    private static Optional<SecurityIdentity> identity(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user
                ? Optional.of(user.getSecurityIdentity()).filter(identity -> !identity.isAnonymous())
                : Optional.empty();
    }
}
