/** A room: press releases, news, statements and reviews. */
@NullMarked
package de.stadtchronik.release;

import org.jspecify.annotations.NullMarked;
