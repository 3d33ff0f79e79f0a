/** A room: municipalities, departments, companies, institutes, networks and brands. */
@NullMarked
package de.stadtchronik.organisation;

import org.jspecify.annotations.NullMarked;
