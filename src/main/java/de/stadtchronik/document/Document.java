package de.stadtchronik.document;

import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.MunicipalKeys;
import de.stadtchronik.vocabulary.ReportedFigure;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes: one record per type, which is request, response and stored document alike. Its components,
 * with their constraints and descriptions, are all that the rest of the service knows of a type.
 */
public interface Document {

    /** What the item is called wherever others refer to it. */
    LocalizedText label();

    /** What every document can say, whatever its type. Stands unwrapped among the other components. */
    Metadata metadata();

    /**
     * When the item happened, for the types that have a place in time; filters and orders by time go by it.
     *
     * @param city the zone that decides to which calendar day a moment belongs
     */
    default Optional<Edtf> time(ZoneId city) {
        return Optional.empty();
    }

    /**
     * The part of that time in which it surely was, without a pause and from a known beginning: a match is certain only
     * within it.
     *
     * @param city the zone that decides to which calendar day a moment belongs
     */
    default Optional<Edtf> certainTime(ZoneId city) {
        return time(city);
    }

    /**
     * Where its times contradict each other; asked only if each by itself can be read.
     *
     * @param city the zone that decides to which calendar day a moment belongs
     */
    default Stream<Violation> contradictions(ZoneId city) {
        return Stream.empty();
    }

    /** By which names it is spoken of: what is to be found nowhere after an erasure. */
    default Stream<String> names() {
        return label().texts().values().stream();
    }

    /** Under what it stands in an alphabetical list. */
    default String sortName() {
        return label().german();
    }

    /** The numbers reported of it. */
    default @Nullable List<ReportedFigure> figures() {
        return null;
    }

    /** The official keys of the areas in which it lies, or which it is. */
    default Stream<String> areas() {
        return MunicipalKeys.among(metadata().identifiers());
    }

    /**
     * Before which moment it must not be published.
     *
     * @param city the zone that decides at which moment a calendar day begins
     */
    default @Nullable OffsetDateTime embargo(ZoneId city) {
        return null;
    }

    /**
     * At which moment the public is to see it no more.
     *
     * @param city the zone that decides at which moment a calendar day ends
     */
    default @Nullable OffsetDateTime expiry(ZoneId city) {
        return null;
    }

    /** The property that {@link #expiry} comes from. */
    default String expiryProperty() {
        return "expiresAt";
    }
}
