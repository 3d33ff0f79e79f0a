package de.stadtchronik.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * A number that the published document reports, so that lists can be narrowed by it.
 *
 * @param metric what is counted, such as {@code ATTENDEES}
 * @param reached how many there were at least, according to the report; four decimal places
 */
@Embeddable
public record Figure(
        @Column(nullable = false) String metric,
        @Column(nullable = false) BigDecimal reached) {}
