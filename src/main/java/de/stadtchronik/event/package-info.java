/** A room: what happens on a date, known more or less precisely. */
@NullMarked
package de.stadtchronik.event;

import org.jspecify.annotations.NullMarked;
