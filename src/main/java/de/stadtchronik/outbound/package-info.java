/**
 * Ground floor: how the service calls other servers. A URL given by a client could lead into our own network, so only
 * public addresses are called, and hosts that the operator has allowed by name.
 */
@NullMarked
package de.stadtchronik.outbound;

import org.jspecify.annotations.NullMarked;
