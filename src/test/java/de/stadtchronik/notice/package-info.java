/** A type that only a test knows: it shows what an eleventh type costs, which is this folder. */
@NullMarked
package de.stadtchronik.notice;

import org.jspecify.annotations.NullMarked;
