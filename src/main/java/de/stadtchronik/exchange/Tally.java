package de.stadtchronik.exchange;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many lines an import had, and what became of them. */
final class Tally {

    private final Map<ImportResult.Result, Long> counts = new EnumMap<>(ImportResult.Result.class);
    private long lines;
    private long withErrors;

    void count(ImportResult arrived) {
        lines++;
        counts.merge(arrived.result(), 1L, Long::sum);
        if (!arrived.faults().isEmpty()) {
            withErrors++;
        }
    }

    /** The counts by their names, such as {@code created}. */
    Map<String, Long> byName() {
        var named = new TreeMap<String, Long>();
        named.put("lines", lines);
        named.put("withErrors", withErrors);
        for (var result : ImportResult.Result.values()) {
            named.put(result.name().toLowerCase(Locale.ROOT), counts.getOrDefault(result, 0L));
        }
        return named;
    }
}
