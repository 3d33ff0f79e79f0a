/**
 * Ground floor: how failures are reported. Each one reaches the client as a problem document (RFC 9457) in German or
 * English, whose {@code type} is the address of a page that explains it.
 */
@NullMarked
package de.stadtchronik.problem;

import org.jspecify.annotations.NullMarked;
