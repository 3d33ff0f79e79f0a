/**
 * Floor 2: answers to reads of every type: rows become items, answers and versions.
 */
@NullMarked
package de.stadtchronik.reading;

import org.jspecify.annotations.NullMarked;
