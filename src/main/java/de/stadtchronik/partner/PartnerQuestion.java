package de.stadtchronik.partner;

import de.stadtchronik.partner.Partner.Kind;
import de.stadtchronik.partner.Partner.Status;
import de.stadtchronik.query.PageLimit;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which partners a caller asks for.
 *
 * @param kinds the names of kinds; empty for all
 * @param statuses the names of statuses; empty for all
 * @param after the place after which the page begins; empty for the first
 * @param limit how long it is at most
 */
public record PartnerQuestion(List<String> kinds, List<String> statuses, Optional<PartnerCursor> after, int limit) {

    private static final Parameter KIND = Parameter.oneOf("kind", "Only partners of these kinds.", names(Kind.values()))
            .many();
    private static final Parameter STATUS = Parameter.oneOf(
                    "status", "Only partners with these statuses.", names(Status.values()))
            .many();
    private static final Parameter CURSOR = Parameter.matching(
            "cursor",
            "Where the page begins: `page.next` of the page before. Opaque, and never expires.",
            "^[A-Za-z0-9_-]+$",
            1800);

    /** All parameters, as they are documented. */
    public static final List<Parameter> PARAMETERS = List.of(KIND, STATUS, PageLimit.PARAMETER, CURSOR);

    /**
     * Reads it.
     *
     * @throws de.stadtchronik.problem.Problem INVALID_PARAMETERS
     */
    static PartnerQuestion take(Query query) {
        var question = new PartnerQuestion(
                query.takeWords(KIND), query.takeWords(STATUS), after(query), PageLimit.take(query));
        query.finish();
        return question;
    }

    boolean takes(Partner partner) {
        return (kinds.isEmpty() || kinds.contains(partner.kind().name()))
                && (statuses.isEmpty() || statuses.contains(partner.status().name()))
                && after.map(place -> place.compareTo(PartnerCursor.of(partner)) < 0)
                        .orElse(true);
    }

    private static Optional<PartnerCursor> after(Query query) {
        return query.take(CURSOR).flatMap(cursor -> query.opaque(CURSOR, cursor, PartnerCursor::read));
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }
}
