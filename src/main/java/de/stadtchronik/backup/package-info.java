/** Backs up the database, and compacts its files so that erased content does not remain in them. */
@NullMarked
package de.stadtchronik.backup;

import org.jspecify.annotations.NullMarked;
