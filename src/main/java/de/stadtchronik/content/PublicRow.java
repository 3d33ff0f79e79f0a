package de.stadtchronik.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a public read may load of a row: everything but the draft. The components are columns of {@link Content}. */
record PublicRow(
        UUID id,
        String type,
        String slug,
        Status status,
        int version,
        Instant createdAt,
        Instant modifiedAt,
        String published,
        String titleKey,
        Instant publishedAscending,
        Instant publishedDescending,
        LocalDate startEarliest,
        LocalDate startDescending,
        LocalDate endLatest,
        LocalDate begunBy,
        LocalDate lastedUntil,
        int coarseness,
        String languages) {

    /** The tags of all languages in which the document has a text, sorted. */
    List<String> availableLanguages() {
        return List.of(languages.split(","));
    }
}
