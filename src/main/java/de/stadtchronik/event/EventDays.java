package de.stadtchronik.event;

import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.vocabulary.TemporalExtent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On which days of the city an event was: its exact start and end beside what is written less precisely.
 *
 * @param first the day of the exact start
 * @param last the day of the exact end
 * @param written what is written
 */
record EventDays(Optional<LocalDate> first, Optional<LocalDate> last, Optional<Edtf> written) {

    static EventDays of(Event event, ZoneId city) {
        var first = Optional.ofNullable(event.startAt()).map(start -> day(start, city));
        // The end does not belong to it (RFC 5545, section 3.6.1): what ends at midnight is not on the next day.
        var last = Optional.ofNullable(event.endAt())
                .map(end -> day(end.minusNanos(1), city))
                .map(day -> first.filter(day::isBefore).orElse(day));
        return new EventDays(first, last, Optional.ofNullable(event.temporal()).flatMap(TemporalExtent::parsed));
    }

    /** What is wrong with an exact time of an event that lasts whole days: it is not where a day begins. */
    static Stream<Violation> clockTime(String pointer, @Nullable OffsetDateTime moment, ZoneId city) {
        return Stream.ofNullable(moment)
                .filter(time -> !time.toInstant()
                        .equals(day(time, city).atStartOfDay(city).toInstant()))
                .map(time -> Violation.inBody(
                        pointer,
                        "contradicts-all-day",
                        new BilingualText(
                                "ist mit allDay Mitternacht in der Stadt.", "is a midnight of the city with allDay.")));
    }

    private static LocalDate day(OffsetDateTime moment, ZoneId city) {
        return moment.atZoneSameInstant(city).toLocalDate();
    }

    /** All days on which it may have been. */
    Optional<Edtf> possible() {
        return Edtf.exactly(first, last, written.filter(this::isPossible));
    }

    /** The days between which it surely lasted: of what has but an exact end, that is known of its last day. */
    Optional<Edtf> certain() {
        return first.isEmpty() && written.filter(Edtf::isInterval).isEmpty() && last.isPresent()
                ? last.map(Edtf::ofDay)
                : possible();
    }

    /** What was stored before contradictions were refused may still have one. */
    private boolean isPossible(Edtf extent) {
        return first.filter(extent.bounds().endLatest()::isBefore).isEmpty()
                && last.filter(extent.bounds().startEarliest()::isAfter).isEmpty();
    }

    /** Where the exact start or end cannot be what is written. */
    Stream<Violation> contradictions() {
        return written.stream()
                .flatMap(extent -> Stream.of(
                                first.filter(day -> !extent.mayStartOn(day))
                                        .map(day -> contradiction("/startAt", extent)),
                                // The night after a day still belongs to it.
                                last.filter(day -> !extent.mayEndOn(day) && !extent.mayEndOn(day.minusDays(1)))
                                        .map(day -> contradiction("/endAt", extent)))
                        .flatMap(Optional::stream));
    }

    private static Violation contradiction(String pointer, Edtf extent) {
        return Violation.inBody(
                pointer,
                "contradicts-temporal",
                new BilingualText("passt nicht zu temporal: Dort steht %s.", "does not fit temporal, which says %s.")
                        .with(extent));
    }
}
