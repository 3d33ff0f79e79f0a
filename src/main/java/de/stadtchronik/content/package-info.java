/**
 * Floor 2, the heart: one store for documents of every type. It alone writes content, keeps drafts apart from what is
 * published, and answers every question a reader may ask.
 */
@NullMarked
package de.stadtchronik.content;

import org.jspecify.annotations.NullMarked;
