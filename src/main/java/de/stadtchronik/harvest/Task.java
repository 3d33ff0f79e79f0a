package de.stadtchronik.harvest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source that is to be pulled now.
 *
 * @param lease by whom
 */
record Task(String name, UUID lease, String url, @Nullable String secret, Scope scope) {}
