/** Ground floor: gets each transaction to disk as a whole, and before its success is reported to the caller. */
@NullMarked
package de.stadtchronik.storage;

import org.jspecify.annotations.NullMarked;
