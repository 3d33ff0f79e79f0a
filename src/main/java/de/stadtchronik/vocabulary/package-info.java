/**
 * Ground floor: the value types and constraints that the documents of all types share. Each record is taken in, stored
 * and given out as it stands; empty properties are left out.
 */
@NullMarked
package de.stadtchronik.vocabulary;

import org.jspecify.annotations.NullMarked;
