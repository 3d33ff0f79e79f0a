package de.stadtchronik.access;

import io.vertx.ext.web.RoutingContext;

/** Marks the request with which an address is locked out, so that the audit trail gets one line, not thousands. */
public final class Lockouts {

    private static final String KEY = Lockouts.class.getName();

    private Lockouts() {}

    public static void begins(RoutingContext request) {
        request.put(KEY, true);
    }

    public static boolean hasBegun(RoutingContext request) {
        return request.get(KEY) != null;
    }
}
