/**
 * Floor 2: what editors write. The records and their shape: read strictly, checked, walked through, and projected
 * to what the public may see.
 */
@NullMarked
package de.stadtchronik.document;

import org.jspecify.annotations.NullMarked;
