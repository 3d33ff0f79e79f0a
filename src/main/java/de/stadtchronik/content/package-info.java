/**
 * Floor 2: the rows of all items, drafts apart from what is published, and the queries on them. Writing and answering are
 * the rooms above.
 */
@NullMarked
package de.stadtchronik.content;

import org.jspecify.annotations.NullMarked;
