package de.stadtchronik.webhook;

import de.stadtchronik.change.Change;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.change.InstanceFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Provisional, until there is a feed: reads the log itself, and knows the filter by type only. */
@ApplicationScoped
class LoggedNews implements News {

    private static final int BLOCK = 500;
    private static final Set<Change.Operation> PUBLIC = Set.of(
            Change.Operation.PUBLISH,
            Change.Operation.ARCHIVE,
            Change.Operation.WITHDRAW,
            Change.Operation.DELETE,
            Change.Operation.MERGE,
            Change.Operation.ERASE);

    private final ChangeLog log;
    private final InstanceFacts facts;

    LoggedNews(ChangeLog log, InstanceFacts facts) {
        this.log = log;
        this.facts = facts;
    }

    @Override
    public Batch after(long position, Filters filters, int limit) {
        var head = log.head();
        Map<UUID, Line> found = new LinkedHashMap<>();
        var read = position;
        while (read < head && found.size() <= limit) {
            for (var change : log.after(read, BLOCK)) {
                read = change.seq();
                if (fits(change, filters)) {
                    found.remove(change.itemId());
                    found.put(change.itemId(), line(change));
                }
            }
        }
        var shown = new ArrayList<>(found.values()).subList(0, Math.min(limit, found.size()));
        var more = found.size() > limit;
        var last = more ? shown.get(limit - 1).seq() : head;
        return new Batch(shown, more, cursor(position), cursor(last), head);
    }

    private static boolean fits(Change change, Filters filters) {
        return PUBLIC.contains(change.operation())
                // Copies are never handed on.
                && !change.actor().startsWith("harvest:")
                && change.version() > 0
                && (filters.type().isEmpty() || filters.type().contains(change.type()));
    }

    private static Line line(Change change) {
        return switch (change.operation()) {
            case PUBLISH, ARCHIVE -> line(change, "UPSERT", null);
            case WITHDRAW -> line(change, "DELETE", "WITHDRAWN");
            case MERGE -> line(change, "DELETE", "MERGED");
            case ERASE -> line(change, "DELETE", "ERASED");
            default -> line(change, "DELETE", "DELETED");
        };
    }

    private static Line line(Change change, String op, @org.jspecify.annotations.Nullable String reason) {
        return new Line(change.seq(), change.type(), change.itemId(), op, reason, change.version(), change.changedAt());
    }

    private String cursor(long position) {
        var text = facts.epoch() + "," + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
