/**
 * The keys with which others may do more than read: how they are made, kept and checked. Tokens of an OpenID Connect
 * issuer, where one is configured, are let in by the same door.
 */
@NullMarked
package de.stadtchronik.keys;

import org.jspecify.annotations.NullMarked;
