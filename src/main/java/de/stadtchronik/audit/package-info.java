/** The audit trail: who did what, taken from the change log, and which requests were refused. */
@NullMarked
package de.stadtchronik.audit;

import org.jspecify.annotations.NullMarked;
