package de.stadtchronik.series;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.vocabulary.AttendanceMode;
import de.stadtchronik.vocabulary.Editing;
import de.stadtchronik.vocabulary.Filterable;
import de.stadtchronik.vocabulary.Link;
import de.stadtchronik.vocabulary.MediaUse;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Participation;
import de.stadtchronik.vocabulary.Price;
import de.stadtchronik.vocabulary.RecurrenceText;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.ReportedFigure;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import de.stadtchronik.vocabulary.VirtualLocation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What repeats or runs in seasons. It stands for itself: no single event of it need be known. */
@Schema(description = "What repeats or runs in seasons. No single event of it need be known.")
public record EventSeries(
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

        @Schema(description = "Its seasons.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid Season> seasons,

        @Schema(description = "How it repeats (RRULE of RFC 5545).", examples = "FREQ=YEARLY", maxLength = 200)
        @Pattern(regexp = "^[A-Z]+=[A-Z0-9,+-]+(;[A-Z]+=[A-Z0-9,+-]+)*$")
        @RecurrenceText(groups = Editing.class)
        @Size(max = 200)
        @Nullable
        String recurrence,

        @Schema(description = "What is given.", maxItems = 50) @Size(max = 50) @Text(max = 100) @Nullable
        List<LocalizedText> genres,

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

        @Schema(description = "What it costs.") @Valid @Nullable
        Price price,

        @Schema(description = "How accessible it is.") @Text(max = 2000) @Nullable
        LocalizedText accessibility,

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

    /** From the beginning to the end of all that is known: its own extent and its seasons. */
    @Override
    public Optional<Edtf> time(ZoneId city) {
        return Edtf.spanning(extents().toList());
    }

    /** Its own extent or, without one, the first season that is known: between seasons there are pauses. */
    @Override
    public Optional<Edtf> certainTime(ZoneId city) {
        return extents().findFirst();
    }

    private Stream<Edtf> extents() {
        var extents = Stream.concat(
                Stream.ofNullable(temporal),
                Stream.ofNullable(seasons)
                        .flatMap(Collection::stream)
                        .flatMap(season -> Stream.ofNullable(season.temporal())));
        return extents.flatMap(extent -> extent.parsed().stream());
    }
}
