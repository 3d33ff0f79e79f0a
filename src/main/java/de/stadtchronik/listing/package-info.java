/**
 * Floor 2: what a list can be asked for: filters, order, pages, and how its items are to be shown.
 */
@NullMarked
package de.stadtchronik.listing;

import org.jspecify.annotations.NullMarked;
