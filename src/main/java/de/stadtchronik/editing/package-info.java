/**
 * What editors can do with an item over HTTP, declared once for all types. This room reads the request and checks the
 * caller's role; every decision about content is left to the store.
 */
@NullMarked
package de.stadtchronik.editing;

import org.jspecify.annotations.NullMarked;
