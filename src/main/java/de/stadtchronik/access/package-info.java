/** Ground floor: who makes a request, from which address, and what their role allows. */
@NullMarked
package de.stadtchronik.access;

import org.jspecify.annotations.NullMarked;
