/**
 * Reads the feed and the manifest of another instance, strictly. A further kind of source is another implementation of
 * {@link de.stadtchronik.harvest.origin.Origin}.
 */
@NullMarked
package de.stadtchronik.harvest.origin;

import org.jspecify.annotations.NullMarked;
