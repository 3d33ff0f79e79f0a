package de.stadtchronik.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.vocabulary.AttendanceMode;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.EventStatus;
import de.stadtchronik.vocabulary.Filterable;
import de.stadtchronik.vocabulary.Link;
import de.stadtchronik.vocabulary.MediaUse;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Participation;
import de.stadtchronik.vocabulary.Price;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.ReportedFigure;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import de.stadtchronik.vocabulary.VirtualLocation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happens on a date, however precisely that is known. */
@Schema(description = "Something that happens on a date, however precisely that is known.")
public record Event(
        @Schema(description = "What it is called.") @NotNull @Text(max = 300)
        LocalizedText title,

        @Schema(description = "What it is, in plain text.") @Text(max = 500) @Nullable
        LocalizedText summary,

        @Schema(description = "More about it, written in Markdown, given out as `bodyFormat` asks.")
        @Text(max = 100_000, markdown = true)
        @Nullable
        LocalizedText description,

        @Schema(description = "When, no more precise than it is known.") @Valid @Nullable
        TemporalExtent temporal,

        @Schema(
                description = "The exact start. Has to fit `temporal`, if both are given, and decides in filters.",
                examples = "2020-01-29T18:00:00+01:00",
                maxLength = 40)
        @Nullable
        OffsetDateTime startAt,

        @Schema(
                description = "The exact end, which does not belong to it any more: until 00:00 is until midnight.",
                examples = "2020-01-29T21:00:00+01:00",
                maxLength = 40)
        @Nullable
        OffsetDateTime endAt,

        @Schema(description = "Whether it lasts whole days: then the exact times are midnights in the city.") @Nullable
        Boolean allDay,

        @Schema(description = "Whether it takes place as planned.") @Filterable @Nullable
        EventStatus eventStatus,

        @Schema(description = "When it was to be before it was moved.") @Valid @Nullable
        TemporalExtent previousTemporal,

        @Schema(description = "Whether people come or watch.") @Filterable @Nullable
        AttendanceMode attendanceMode,

        @Schema(description = "Where people come to.") @Targets("PLACE") @Nullable
        Ref place,

        @Schema(description = "Where a stream is made.") @Targets("PLACE") @Nullable
        Ref originPlace,

        @Schema(description = "Where to attend or watch online.", maxItems = 50) @Size(max = 50) @Nullable
        List<@Valid VirtualLocation> virtualLocations,

        @Schema(description = "Who had which part.", maxItems = 200) @Size(max = 200) @Nullable
        List<@Valid Participation> participations,

        @Schema(description = "The series it belongs to.") @Targets("EVENT_SERIES") @Nullable
        Ref series,

        @Schema(description = "Where to see it afterwards.", maxItems = 50) @Size(max = 50) @Nullable
        List<@Valid Link> recordings,

        @Schema(description = "What it costs.") @Valid @Nullable
        Price price,

        @Schema(description = "How accessible it is.") @Text(max = 2000) @Nullable
        LocalizedText accessibility,

        @Schema(description = "Where to register.", format = "uri", maxLength = 2000) @Nullable
        URI registrationUrl,

        @Schema(description = "Numbers as reported: attendees, viewers and others.", maxItems = 100)
        @Size(max = 100)
        @Nullable
        List<@Valid ReportedFigure> figures,

        @Schema(description = "Pictures and attachments.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid MediaUse> media,

        @Schema(description = "Where to read more.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid Link> links,

        @JsonUnwrapped @Valid @NotNull Metadata metadata)
        implements Document {

    @Override
    public LocalizedText label() {
        return title;
    }

    @Consistent(at = "endAt", code = "ends-before-start", message = "{de.stadtchronik.order}")
    @JsonIgnore
    public boolean isInOrder() {
        return startAt == null || endAt == null || !endAt.isBefore(startAt);
    }

    /** The days from the exact start to the exact end; where one is not known, the extent as written. */
    @Override
    public Optional<Edtf> time(ZoneId city) {
        return EventDays.of(this, city).possible();
    }

    @Override
    public Optional<Edtf> certainTime(ZoneId city) {
        return EventDays.of(this, city).certain();
    }

    @Override
    public Stream<Violation> contradictions(ZoneId city) {
        var between = EventDays.of(this, city).contradictions();
        return !Boolean.TRUE.equals(allDay)
                ? between
                : Stream.of(
                                between,
                                EventDays.clockTime("/startAt", startAt, city),
                                EventDays.clockTime("/endAt", endAt, city))
                        .flatMap(faults -> faults);
    }
}
