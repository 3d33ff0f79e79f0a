package de.stadtchronik.access;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.BilingualText;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The caller of the request at hand. Looked up only when needed, so that public reads can inject it at no cost. */
@ApplicationScoped
public class Caller {

    /** The attribute of an identity that holds the paths of the types it is confined to, as a set of strings. */
    public static final String TYPES = "types";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who it is; empty for the public. */
    public Optional<Actor> actor() {
        return identity.isAnonymous()
                ? Optional.empty()
                : Optional.of(new Actor(identity.getPrincipal().getName()));
    }

    /** Whether the caller has that role or a higher one. */
    public boolean has(Role role) {
        return identity.hasRole(role.word());
    }

    /**
     * Who it is, if it may act as that role.
     *
     * @throws Problem UNAUTHENTICATED for the public, FORBIDDEN for a lower role
     */
    public Actor requireActor(Role atLeast) {
        var actor = actor().orElseThrow(Problem::unauthenticated);
        if (!has(atLeast)) {
            throw Problem.forbidden(
                    new BilingualText("Dazu braucht es die Rolle %s.", "This needs the role %s.").with(atLeast.word()));
        }
        return actor;
    }

    /**
     * Makes sure that the caller is not confined to other types.
     *
     * @param path the path of the type, such as {@code releases}
     * @throws Problem FORBIDDEN, naming the types that are allowed
     */
    public void requireType(String path) {
        if (!isGoodFor(path)) {
            throw Problem.forbidden(
                    new BilingualText("Dieser Schlüssel gilt nur für %s.", "This key is only valid for %s.")
                            .with(String.join(", ", types())));
        }
    }

    /** Whether the caller is not confined to other types. */
    public boolean isGoodFor(String path) {
        return types().isEmpty() || types().contains(path);
    }

    private Set<String> types() {
        Set<String> types = identity.getAttribute(TYPES);
        return types == null ? Set.of() : types;
    }
}
