package de.stadtchronik.keys;

import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.Set;

/** Makes the security identities of Quarkus. */
final class Identities {

    private Identities() {}

    static SecurityIdentity of(String name, Optional<Role> role, Set<String> types) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(role.map(Role::words).orElse(Set.of()))
                .addAttribute(Caller.TYPES, types)
                .build();
    }
}
