/**
 * For whoever looks after the service: how far each partner is who pulls with a key, each webhook and each source of
 * copies, and who will soon have to begin anew.
 */
@NullMarked
package de.stadtchronik.partner;

import org.jspecify.annotations.NullMarked;
