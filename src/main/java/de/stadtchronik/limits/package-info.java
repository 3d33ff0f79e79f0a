/** Limits how many requests a caller may make per minute: decided before any work is done, and told in every answer. */
@NullMarked
package de.stadtchronik.limits;

import org.jspecify.annotations.NullMarked;
