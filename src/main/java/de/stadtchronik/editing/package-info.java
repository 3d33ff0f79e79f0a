/**
 * The door for those who write: what may be asked of an item over HTTP, the same for every type. It reads the request,
 * asks who is calling, and leaves every decision about content to the store.
 */
@NullMarked
package de.stadtchronik.editing;

import org.jspecify.annotations.NullMarked;
