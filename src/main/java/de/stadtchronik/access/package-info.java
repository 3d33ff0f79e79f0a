/** Ground floor: who is asking, from where, and what that allows. */
@NullMarked
package de.stadtchronik.access;

import org.jspecify.annotations.NullMarked;
