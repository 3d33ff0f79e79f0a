/** A room: venues, districts, addresses and areas. */
@NullMarked
package de.stadtchronik.place;

import org.jspecify.annotations.NullMarked;
