/** Copies of the database that can be started from, and what is erased also leaves the files. */
@NullMarked
package de.stadtchronik.backup;

import org.jspecify.annotations.NullMarked;
