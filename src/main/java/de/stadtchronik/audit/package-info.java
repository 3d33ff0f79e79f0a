/** The audit trail: who did what, by the change log, and what was refused to whom. */
@NullMarked
package de.stadtchronik.audit;

import org.jspecify.annotations.NullMarked;
