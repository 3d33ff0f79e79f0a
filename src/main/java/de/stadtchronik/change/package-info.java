/**
 * Floor 1: the change log. Every writer first takes a turn here and last appends its lines, in one transaction; so the
 * order of the lines is the order of the commits, and a reader cannot miss one.
 */
@NullMarked
package de.stadtchronik.change;

import org.jspecify.annotations.NullMarked;
