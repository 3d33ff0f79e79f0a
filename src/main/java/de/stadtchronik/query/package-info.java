/**
 * How every list is asked: its parameters, checked strictly and documented from the same object, and the pages
 * they cut.
 */
@NullMarked
package de.stadtchronik.query;

import org.jspecify.annotations.NullMarked;
