/**
 * The API document (OpenAPI 3.1), made at build time: what the records and resources declare, and what follows from
 * them: two schemas per record, as written and as read, and the parameters and answers of every operation. It is given
 * out here, beside what else is built in.
 */
@NullMarked
package de.stadtchronik.documentation;

import org.jspecify.annotations.NullMarked;
