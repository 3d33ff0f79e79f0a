/** Has happen what is due: publications, embargoes and expiries, at their moment, through the store. */
@NullMarked
package de.stadtchronik.schedule;

import org.jspecify.annotations.NullMarked;
