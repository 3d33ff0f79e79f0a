/**
 * The API document (OpenAPI 3.1), made at build time: what the records and resources declare, and what follows from
 * them: two schemas per record, as written and as read, and the parameters and answers of every operation.
 */
@NullMarked
package de.stadtchronik.documentation;

import org.jspecify.annotations.NullMarked;
