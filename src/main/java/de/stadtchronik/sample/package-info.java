/** The sample content, loaded once into an empty database. */
@NullMarked
package de.stadtchronik.sample;

import org.jspecify.annotations.NullMarked;
