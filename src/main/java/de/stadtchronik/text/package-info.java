/**
 * Ground floor: words in several languages, slugs, the German order of titles, and Markdown.
 * Knows nothing of content; everything here is a value or a pure function.
 */
@NullMarked
package de.stadtchronik.text;

import org.jspecify.annotations.NullMarked;
