/**
 * API keys, with which a caller may do more than read: how they are created, stored and checked. Tokens of an OpenID
 * Connect issuer are accepted in the same place, if the operator has configured one.
 */
@NullMarked
package de.stadtchronik.keys;

import org.jspecify.annotations.NullMarked;
