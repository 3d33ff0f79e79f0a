/** How bytes leave: entity tags, conditional requests, cache and language headers. */
@NullMarked
package de.stadtchronik.delivery;

import org.jspecify.annotations.NullMarked;
