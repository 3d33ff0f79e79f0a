/**
 * Floor 2: what partners pull: the changes since their cursor, and the manifest that proves a copy complete.
 */
@NullMarked
package de.stadtchronik.feed;

import org.jspecify.annotations.NullMarked;
