package de.stadtchronik.content;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The ready answer to a read.
 *
 * @param json the body, UTF-8
 * @param languages the languages of the texts in it
 * @param lastModified when the newest of what it shows changed; empty for an empty list
 * @param next the address of the next page, if there is one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(byte[] json, Set<String> languages, Optional<Instant> lastModified, Optional<String> next) {}
