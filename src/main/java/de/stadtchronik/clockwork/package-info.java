/** What happens in the background, again and again, whatever goes wrong. */
@NullMarked
package de.stadtchronik.clockwork;

import org.jspecify.annotations.NullMarked;
