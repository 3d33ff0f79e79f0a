/** A room: people of public function, with dated roles. */
@NullMarked
package de.stadtchronik.person;

import org.jspecify.annotations.NullMarked;
