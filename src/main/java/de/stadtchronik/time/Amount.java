package de.stadtchronik.time;

/** So many of one unit, such as seven weeks. */
record Amount(int number, DurationUnit unit) {}
