/** A room: the vocabulary of what items are about. */
@NullMarked
package de.stadtchronik.topic;

import org.jspecify.annotations.NullMarked;
