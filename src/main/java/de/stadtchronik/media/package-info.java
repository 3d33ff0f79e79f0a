/** A room: images, video, audio and documents. */
@NullMarked
package de.stadtchronik.media;

import org.jspecify.annotations.NullMarked;
