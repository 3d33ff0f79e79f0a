package de.stadtchronik.reading;

import de.stadtchronik.change.Dependencies;
import de.stadtchronik.change.RecentChanges.Position;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer was made of: it holds as long as none of that changes for the public.
 *
 * @param dependencies whose changes change it
 * @param position up to where the log is in it
 * @param until the moment at which it may change by the clock alone
 */
public record Basis(Dependencies dependencies, Position position, Optional<Instant> until) {}
