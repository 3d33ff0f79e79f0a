/**
 * Ground floor: texts in several languages, slugs, German sort order, Markdown, and hashes. Knows nothing of content;
 * everything here is a value or a pure function.
 */
@NullMarked
package de.stadtchronik.text;

import org.jspecify.annotations.NullMarked;
