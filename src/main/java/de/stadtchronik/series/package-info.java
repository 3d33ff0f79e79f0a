/** A room: what repeats or runs in seasons. */
@NullMarked
package de.stadtchronik.series;

import org.jspecify.annotations.NullMarked;
