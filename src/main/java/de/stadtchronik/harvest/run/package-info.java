/**
 * One run of harvesting: reads a source page by page and stores each page together with the place after it. Items that
 * break our rules are set aside, and removals wait until everything has been read.
 */
@NullMarked
package de.stadtchronik.harvest.run;

import org.jspecify.annotations.NullMarked;
