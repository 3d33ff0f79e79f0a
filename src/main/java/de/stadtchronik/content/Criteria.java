package de.stadtchronik.content;

import de.stadtchronik.time.Certainty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What rows have to fulfil to be listed: conditions on {@code Content c} in HQL, with their values bound by name. */
public final class Criteria {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Set<UUID> namedItems = new HashSet<>();
    private boolean lookingElsewhere;
    private Optional<Window> window = Optional.empty();
    private Optional<Instant> until = Optional.empty();

    /** Adds a condition in which each {@code ?} stands for the next of the values. */
    public void require(String condition, Object... operands) {
        var named = new StringBuilder();
        var next = 0;
        for (var i = 0; i < condition.length(); i++) {
            var character = condition.charAt(i);
            if (character == '?') {
                var name = "v" + values.size();
                values.put(name, operands[next++]);
                named.append(':').append(name);
            } else {
                named.append(character);
            }
        }
        conditions.add("(" + named + ")");
    }

    public String where() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> values() {
        return values;
    }

    public void lookThrough(LocalDate from, LocalDate to) {
        window = Optional.of(new Window(from, to));
    }

    /** Which rows fulfil it also depends on what these items are, of whatever type. */
    public void name(Collection<UUID> items) {
        namedItems.addAll(items);
    }

    public Set<UUID> namedItems() {
        return namedItems;
    }

    /** Which rows fulfil it also depends on items that they refer to, of any type. */
    public void lookElsewhere() {
        lookingElsewhere = true;
    }

    public boolean isLookingElsewhere() {
        return lookingElsewhere;
    }

    /** Which rows fulfil it changes at a moment, by the clock alone. */
    public void holdUntil(Instant moment) {
        until = Optional.of(moment);
    }

    public Optional<Instant> until() {
        return until;
    }

    /** How surely a row lies in the window of time asked for; empty if none was. */
    public Optional<Certainty> certainty(PublicRow row) {
        return window.map(asked -> asked.certainty(row));
    }

    /** A stretch of time, both days included. */
    record Window(LocalDate from, LocalDate to) {

        public Certainty certainty(PublicRow row) {
            return !row.begunBy().isAfter(to) && !row.lastedUntil().isBefore(from)
                    ? Certainty.CERTAIN
                    : Certainty.POSSIBLE;
        }
    }
}
