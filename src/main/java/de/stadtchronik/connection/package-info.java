/**
 * Ground floor: the client at the other end. Whoever does not take what is sent is disconnected, and what lasts long is
 * bounded in number, so that no client can stop the service for others.
 */
@NullMarked
package de.stadtchronik.connection;

import org.jspecify.annotations.NullMarked;
