/**
 * The first thing that runs: refuses settings and ports that will not do, before anything is written, and says in a
 * sentence why the service does not start.
 */
@NullMarked
package de.stadtchronik.start;

import org.jspecify.annotations.NullMarked;
