/**
 * The HTTP side of pulling: the feed of changes as JSON pages, lines of JSON or server-sent events, and the manifest
 * with which partners check that their copy is complete.
 */
@NullMarked
package de.stadtchronik.sync;

import org.jspecify.annotations.NullMarked;
