/** Ground floor: work in the background that is repeated, delayed or leased to one replica, and survives failures. */
@NullMarked
package de.stadtchronik.clock;

import org.jspecify.annotations.NullMarked;
