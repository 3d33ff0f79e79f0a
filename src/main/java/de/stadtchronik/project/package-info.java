/** A room: projects, programmes, measures and services. */
@NullMarked
package de.stadtchronik.project;

import org.jspecify.annotations.NullMarked;
