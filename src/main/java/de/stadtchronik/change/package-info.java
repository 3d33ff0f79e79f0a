/**
 * Floor 1: what happened, in order. Whoever writes content takes a turn here first and appends a line here last,
 * in the same transaction; so the order of the lines is the order of the commits, and a reader can skip none.
 */
@NullMarked
package de.stadtchronik.change;

import org.jspecify.annotations.NullMarked;
