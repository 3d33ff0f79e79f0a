package de.stadtchronik.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A word of the published document by which lists can be narrowed.
 *
 * @param name the name of the filter, such as {@code language} or {@code eventStatus}
 * @param word the value
 */
@Embeddable
public record Term(
        @Column(nullable = false) String name,
        @Column(nullable = false) String word) {}
