package de.stadtchronik.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Stub. */
@ApplicationScoped
public class Caller {
    private final HttpHeaders headers;

    Caller(HttpHeaders headers) {
        this.headers = headers;
    }

    private String role() {
        var given = headers.getHeaderString("Authorization");
        return given == null ? "" : given.replace("Bearer ", "").replaceAll(":.*", "");
    }

    public boolean has(Role role) {
        return Role.of(role()).filter(mine -> mine.compareTo(role) >= 0).isPresent();
    }

    public Actor requireActor(Role atLeast) {
        if (!has(atLeast)) {
            throw new jakarta.ws.rs.NotFoundException();
        }
        return new Actor(headers.getHeaderString("Authorization").replace("Bearer ", ""));
    }

    public void requireType(String path) {}
}
