/** What partners pull: the feed of changes, as pages, lines and events, and the manifest by which they prove their copy. */
@NullMarked
package de.stadtchronik.sync;

import org.jspecify.annotations.NullMarked;
