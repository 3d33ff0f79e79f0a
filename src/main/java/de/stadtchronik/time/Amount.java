package de.stadtchronik.time;

/** A number of one unit, such as seven weeks. */
record Amount(int number, DurationUnit unit) {}
