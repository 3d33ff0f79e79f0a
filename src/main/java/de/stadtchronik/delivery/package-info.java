/** Sends finished answers: entity tags, conditional requests, and headers for caches, languages and other origins. */
@NullMarked
package de.stadtchronik.delivery;

import org.jspecify.annotations.NullMarked;
