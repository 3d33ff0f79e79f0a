/**
 * Ground floor: how the service calls other servers. Whoever gives us an address may mean ours, so a call reaches public
 * addresses only, and such hosts as the operator allows by name.
 */
@NullMarked
package de.stadtchronik.outbound;

import org.jspecify.annotations.NullMarked;
