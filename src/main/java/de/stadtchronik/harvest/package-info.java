/**
 * Pulls what other instances publish and keeps copies that only their origin can change; administrators manage the
 * sources over HTTP. How far a source has been read is stored together with what came from it, so nothing is lost.
 */
@NullMarked
package de.stadtchronik.harvest;

import org.jspecify.annotations.NullMarked;
