package de.stadtchronik.reading;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is noted of an answer while it is written, for its headers. */
final class AnswerFacts {

    private final Set<String> languages = new TreeSet<>();
    private Optional<Instant> newest = Optional.empty();

    /** The languages of all texts written so far; writers of texts add to it. */
    Set<String> languages() {
        return languages;
    }

    Optional<Instant> newest() {
        return newest;
    }

    void shows(Instant changedAt) {
        newest = Optional.of(newest.filter(changedAt::isBefore).orElse(changedAt));
    }
}
