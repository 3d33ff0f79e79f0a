/**
 * Sends finished answers: entity tags, conditional requests, codings, and headers for caches, languages and other origins.
 * Those that are the same for everybody are kept ready to be sent again.
 */
@NullMarked
package de.stadtchronik.delivery;

import org.jspecify.annotations.NullMarked;
