/**
 * Tells administrators how far each partner is: keys that pull, webhooks, and sources of copies. It also shows which of
 * them will soon have to start from the beginning.
 */
@NullMarked
package de.stadtchronik.partner;

import org.jspecify.annotations.NullMarked;
