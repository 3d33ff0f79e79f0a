/**
 * Floor 2: the store, the only writer: drafts, publication, retirement, and what follows from them for lists and
 * partners.
 */
@NullMarked
package de.stadtchronik.writing;

import org.jspecify.annotations.NullMarked;
