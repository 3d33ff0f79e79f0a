/**
 * Ground floor: the value types that documents are made of, the same in every type. Each is a record that is taken in,
 * stored and given out as it stands; properties that are empty are left out.
 */
@NullMarked
package de.stadtchronik.vocabulary;

import org.jspecify.annotations.NullMarked;
