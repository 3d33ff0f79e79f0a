package de.stadtchronik.sync;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Refuses clients that accept none of the formats; the framework would send them the first one. */
final class Accepted {

    private Accepted() {}

    /** @throws NotAcceptableException 406 (RFC 9110, section 15.5.7) */
    static void requireJson(HttpHeaders headers) {
        if (headers.getAcceptableMediaTypes().stream()
                .noneMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE))) {
            throw new NotAcceptableException();
        }
    }
}
