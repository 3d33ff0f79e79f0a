/** How much is answered to whom in a minute: one decision, taken before any work is done, and told with every answer. */
@NullMarked
package de.stadtchronik.limits;

import org.jspecify.annotations.NullMarked;
