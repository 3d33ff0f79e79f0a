package de.stadtchronik.sync;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Where there are several formats, the framework gives the first one to whoever accepts none of them. */
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
