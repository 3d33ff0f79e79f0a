/**
 * Turns what an origin says of its items into read-only copies. The reader holds them to our rules; the writer stores,
 * updates and removes the copies.
 */
@NullMarked
package de.stadtchronik.harvest.copies;

import org.jspecify.annotations.NullMarked;
