package de.stadtchronik.document;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * One item refers to another: a row of its own, so that it can be queried in reverse and guarded by the database.
 *
 * @param published whether the published document says so, rather than the draft
 * @param property the document's property that holds it, such as {@code participations}
 * @param role in which role, such as {@code ORGANISER}; the property's name where it has no roles
 * @param target the id of the item referred to
 */
@Embeddable
public record Reference(
        @Column(nullable = false) boolean published,
        @Column(nullable = false) String property,
        @Column(nullable = false) String role,
        @Column(nullable = false) UUID target) {}
