/** Ground floor: who is asking. */
@NullMarked
package de.stadtchronik.access;

import org.jspecify.annotations.NullMarked;
