/** A way in and a way out: everything the store holds as lines of JSON (NDJSON), of any size, in constant memory. */
@NullMarked
package de.stadtchronik.exchange;

import org.jspecify.annotations.NullMarked;
