/**
 * A way in: pulls what other instances publish, and keeps copies that only their origin changes. How far each source has
 * been read is stored together with what came from it, so that whoever goes on loses and repeats nothing.
 */
@NullMarked
package de.stadtchronik.harvest;

import org.jspecify.annotations.NullMarked;
