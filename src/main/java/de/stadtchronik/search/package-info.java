/** A room: all types in one list. */
@NullMarked
package de.stadtchronik.search;

import org.jspecify.annotations.NullMarked;
