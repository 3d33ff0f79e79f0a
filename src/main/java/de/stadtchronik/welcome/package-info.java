/** The start page: what this is, the last items, and where to go from here. */
@NullMarked
package de.stadtchronik.welcome;

import org.jspecify.annotations.NullMarked;
