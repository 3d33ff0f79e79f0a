package de.stadtchronik.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a public read may load of a row: everything but the draft. The components are columns of {@link Content}.
 *
 * @param label the title as a language map in JSON
 * @param published the document
 */
public record PublicRow(
        UUID id,
        String type,
        String slug,
        Status status,
        int version,
        Instant createdAt,
        Instant modifiedAt,
        String label,
        @Nullable Instant changedAt,
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
        String languages,
        @Nullable String explanation) {

    /** A row of what stands in another order: of that by which lists are sorted, nothing is loaded. */
    PublicRow(
            UUID id,
            String type,
            String slug,
            Status status,
            int version,
            Instant createdAt,
            Instant modifiedAt,
            String published,
            String languages,
            @Nullable String explanation) {
        this(
                id,
                type,
                slug,
                status,
                version,
                createdAt,
                modifiedAt,
                "",
                null,
                published,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                0,
                languages,
                explanation);
    }

    /** A row as it would be if it showed another document to the public, such as its draft. */
    public static PublicRow showing(
            Content row, int version, String label, String document, Set<String> languages, Instant modifiedAt) {
        return new PublicRow(
                row.id,
                row.type,
                row.slug,
                row.status,
                version,
                row.createdAt,
                modifiedAt,
                label,
                row.changedAt,
                document,
                row.titleKey,
                row.publishedAscending,
                row.publishedDescending,
                row.startEarliest,
                row.startDescending,
                row.endLatest,
                row.begunBy,
                row.lastedUntil,
                row.coarseness,
                String.join(",", languages),
                row.explanation);
    }

    /** When it last changed for the public, by itself or by what it refers to. */
    @Override
    public Instant changedAt() {
        return changedAt == null || changedAt.isBefore(modifiedAt) ? modifiedAt : changedAt;
    }

    /** What readers of an archived item are to know, as a language map in JSON. */
    public Optional<String> notice() {
        return status == Status.ARCHIVED ? Optional.ofNullable(explanation) : Optional.empty();
    }

    /** The tags of all languages in which the document has a text, sorted. */
    public List<String> availableLanguages() {
        return List.of(languages.split(","));
    }
}
