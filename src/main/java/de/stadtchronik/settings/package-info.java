/** Ground floor: what an operator can configure, typed. A misspelt {@code stadtchronik.*} setting stops the start. */
@NullMarked
package de.stadtchronik.settings;

import org.jspecify.annotations.NullMarked;
