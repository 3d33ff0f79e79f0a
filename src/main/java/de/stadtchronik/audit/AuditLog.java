package de.stadtchronik.audit;

import de.stadtchronik.change.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads both tables as one list. Each gives its newest rows by an index; what is merged is never more than two pages. */
@ApplicationScoped
class AuditLog {

    private final EntityManager database;
    private final DeniedRequests refusals;

    AuditLog(EntityManager database, DeniedRequests refusals) {
        this.database = database;
        this.refusals = refusals;
    }

    /** The lines of a page, and one more if there is a next page. */
    @Transactional
    List<AuditRow> read(Question question) {
        refusals.writeNow();
        return Arrays.stream(Outcome.values())
                .filter(outcome -> question.outcome().map(outcome::equals).orElse(true))
                .flatMap(outcome -> read(outcome, question))
                .sorted(AuditCursor.NEWEST_FIRST)
                .limit(question.limit() + 1L)
                .toList();
    }

    private Stream<AuditRow> read(Outcome outcome, Question question) {
        var conditions = new LinkedHashMap<String, Map<String, ?>>();
        if (outcome == Outcome.DONE) {
            // No caller did that to the item: it follows from what was done to another.
            conditions.put("action <> '" + Change.Operation.RELINK + "'", Map.of());
        }
        question.actor().ifPresent(actor -> conditions.put("actor = :actor", Map.of("actor", actor)));
        question.action().ifPresent(action -> conditions.put("action = :action", Map.of("action", action)));
        question.type().ifPresent(type -> conditions.put("type = :type", Map.of("type", type)));
        question.item().ifPresent(item -> conditions.put("item = :item", Map.of("item", item)));
        question.from().ifPresent(from -> conditions.put("at >= :from", Map.of("from", from)));
        question.to().ifPresent(to -> conditions.put("at < :to", Map.of("to", to)));
        question.after()
                .ifPresent(place -> conditions.put(
                        "(at, number) " + place.followedBy(outcome) + " (:placeAt, :placeNumber)",
                        Map.of("placeAt", place.at(), "placeNumber", place.number())));
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions.keySet());
        var query = database.createQuery(
                "from " + outcome.table().getSimpleName() + where + " order by at desc, number desc", outcome.table());
        conditions.values().forEach(values -> values.forEach(query::setParameter));
        return query.setMaxResults(question.limit() + 1).getResultStream().map(row -> row);
    }
}
