package de.stadtchronik.audit;

import de.stadtchronik.change.Change;
import de.stadtchronik.change.LoggedKind;
import de.stadtchronik.query.Moment;
import de.stadtchronik.query.PageLimit;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which part of the trail a caller asks for.
 *
 * @param after the place after which the page begins; empty for the first
 * @param limit how long it is at most
 */
public record Question(
        Optional<String> actor,
        Optional<String> action,
        Optional<Outcome> outcome,
        Optional<String> type,
        Optional<UUID> item,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<AuditCursor> after,
        int limit) {

    private static final Parameter ACTOR = Parameter.text("actor", "Only what this actor did or tried.", 300);
    private static final Parameter ACTION =
            Parameter.text("action", "Only this action, such as `PUBLISH`, or `POST /v1/admin/keys`.", 200);
    private static final Parameter OUTCOME = Parameter.oneOf(
            "outcome",
            "Only attempts with this outcome.",
            Arrays.stream(Outcome.values()).map(Outcome::name).toList());
    private static final Parameter TYPE = Parameter.matching(
            "type",
            "Only items of this type; `KEY` for keys, `WEBHOOK` for webhooks, `HARVEST_SOURCE` for sources of copies.",
            "^[A-Z_]+$",
            40);
    private static final Parameter ITEM = Parameter.matching(
            "item",
            "Only what concerns the item with this id.",
            "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
            36);
    private static final Parameter FROM = Moment.parameter("from", "Only what happened at or after this moment.");
    private static final Parameter TO = Moment.parameter("to", "Only what happened before this moment.");
    private static final Parameter CURSOR = Parameter.matching(
            "cursor",
            "Where the page begins: `page.next` of the page before. Opaque, and never expires.",
            "^[A-Za-z0-9_-]+$",
            200);

    public static final List<Parameter> PARAMETERS =
            List.of(ACTOR, ACTION, OUTCOME, TYPE, ITEM, FROM, TO, PageLimit.PARAMETER, CURSOR);

    /**
     * @param types the types of items
     * @param others what else than items the log tells of
     * @param requests the actions of refused requests, such as {@code POST /v1/admin/keys}
     * @throws de.stadtchronik.problem.Problem INVALID_PARAMETERS
     */
    static Question take(Query query, List<String> types, List<LoggedKind> others, Predicate<String> requests) {
        var question = new Question(
                query.take(ACTOR),
                query.take(ACTION)
                        .filter(action -> requests.test(action) || isKnown(action, operations(others), ACTION, query)),
                query.takeWord(OUTCOME).map(Outcome::valueOf),
                query.take(TYPE)
                        .filter(type -> others.stream().map(LoggedKind::type).anyMatch(type::equals)
                                || isKnown(type, types, TYPE, query)),
                item(query),
                Moment.take(FROM, query),
                Moment.take(TO, query),
                after(query),
                PageLimit.take(query));
        query.finish();
        return question;
    }

    private static List<String> operations(List<LoggedKind> others) {
        return Stream.concat(
                        Arrays.stream(Change.Operation.values())
                                .filter(operation -> operation != Change.Operation.RELINK)
                                .map(Enum::name),
                        others.stream().map(LoggedKind::operations).flatMap(List::stream))
                .toList();
    }

    private static boolean isKnown(String word, List<String> words, Parameter parameter, Query query) {
        return !query.knownAmong(parameter, List.of(word), words).isEmpty();
    }

    private static Optional<UUID> item(Query query) {
        return query.take(ITEM).flatMap(text -> {
            if (Slug.isUuidShaped(text)) {
                return Optional.of(UUID.fromString(text));
            }
            query.fault(
                    ITEM,
                    "not-an-id",
                    new BilingualText("%s braucht eine Id (UUID).", "%s needs an id (UUID)."),
                    List.of());
            return Optional.empty();
        });
    }

    private static Optional<AuditCursor> after(Query query) {
        return query.take(CURSOR).flatMap(cursor -> query.opaque(CURSOR, cursor, AuditCursor::read));
    }
}
