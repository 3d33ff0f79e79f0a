/** A room: lists of frequently asked questions. */
@NullMarked
package de.stadtchronik.faq;

import org.jspecify.annotations.NullMarked;
