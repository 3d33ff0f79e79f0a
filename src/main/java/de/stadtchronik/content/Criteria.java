package de.stadtchronik.content;

import de.stadtchronik.time.Certainty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rows have to fulfil to be listed: conditions on {@code Content c} in HQL, with their values bound by name. */
public final class Criteria {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private Optional<Window> window = Optional.empty();

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
