/** How what is written gets into the database and to disk: as a whole, and before anybody is told. */
@NullMarked
package de.stadtchronik.storage;

import org.jspecify.annotations.NullMarked;
