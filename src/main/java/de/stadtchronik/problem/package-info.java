/**
 * Ground floor: how the service says no. Every failure is a problem document (RFC 9457) in German or English,
 * whose {@code type} is a page that explains it.
 */
@NullMarked
package de.stadtchronik.problem;

import org.jspecify.annotations.NullMarked;
