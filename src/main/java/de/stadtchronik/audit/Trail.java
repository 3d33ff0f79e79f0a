package de.stadtchronik.audit;

import de.stadtchronik.change.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Reads both tables as one list. Each gives its newest rows by an index; what is merged is never more than two pages. */
@ApplicationScoped
class Trail {

    private final EntityManager database;
    private final Refusals refusals;

    Trail(EntityManager database, Refusals refusals) {
        this.database = database;
        this.refusals = refusals;
    }

    /** The page that is wanted, and one line more if there is a next one. */
    @Transactional
    List<Trace> read(Question question) {
        refusals.writeAll();
        return Arrays.stream(Outcome.values())
                .filter(outcome -> question.outcome().map(outcome::equals).orElse(true))
                .flatMap(outcome -> read(outcome, question))
                .sorted(Place.NEWEST_FIRST)
                .limit(question.limit() + 1L)
                .toList();
    }

    private Stream<Trace> read(Outcome outcome, Question question) {
        var conditions = new ArrayList<String>();
        if (outcome == Outcome.DONE) {
            // Nobody did that to the item: it follows from what was done to another.
            conditions.add("action <> '" + Change.Operation.RELINK + "'");
        }
        var values = new HashMap<String, Object>();
        question.actor().ifPresent(actor -> {
            conditions.add("actor = :actor");
            values.put("actor", actor);
        });
        question.action().ifPresent(action -> {
            conditions.add("action = :action");
            values.put("action", action);
        });
        question.type().ifPresent(type -> {
            conditions.add("type = :type");
            values.put("type", type);
        });
        question.item().ifPresent(item -> {
            conditions.add("item = :item");
            values.put("item", item);
        });
        question.from().ifPresent(from -> {
            conditions.add("at >= :from");
            values.put("from", from);
        });
        question.to().ifPresent(to -> {
            conditions.add("at < :to");
            values.put("to", to);
        });
        question.after().ifPresent(place -> {
            conditions.add("(at, number) " + place.followedBy(outcome) + " (:placeAt, :placeNumber)");
            values.put("placeAt", place.at());
            values.put("placeNumber", place.number());
        });
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var query = database.createQuery(
                "from " + outcome.table().getSimpleName() + where + " order by at desc, number desc", outcome.table());
        values.forEach(query::setParameter);
        return query.setMaxResults(question.limit() + 1).getResultStream().map(trace -> trace);
    }
}
