/**
 * Ground floor: dates that are only known to the month, season or year. Reads them, compares them with a period, and
 * words them for readers, never more precisely than they are known.
 *
 * <p>Dates are written in EDTF (ISO 8601-2:2019, levels 0 and 1, as specified by the Library of Congress,
 * <a href="https://www.loc.gov/standards/datetime/">loc.gov/standards/datetime</a>), durations as in ISO 8601-1:2019.
 *
 * <p>Every date here is a local calendar date of the proleptic Gregorian calendar. There is no time of day and no time
 * zone anywhere in this package; nothing depends on the clock, the default locale or the default zone. All types are
 * immutable and safe to share between threads.
 */
@NullMarked
package de.stadtchronik.time;

import org.jspecify.annotations.NullMarked;
