package de.stadtchronik.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.ContactPoint;
import de.stadtchronik.vocabulary.Editing;
import de.stadtchronik.vocabulary.Link;
import de.stadtchronik.vocabulary.MediaUse;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A press release, news item, statement or review: what the city said, as it said it then. */
@Schema(description = "A press release, news item, statement or review: what the city said, as it said it then.")
public record Release(
        @Schema(description = "The headline.") @NotNull @Text(max = 300)
        LocalizedText title,

        @Schema(description = "The line below the headline.") @Text(max = 300) @Nullable
        LocalizedText subtitle,

        @Schema(description = "What it says, in plain text.") @Text(max = 500) @Nullable
        LocalizedText summary,

        @Schema(description = "The text, written in Markdown, given out as `bodyFormat` asks.")
        @Text(max = 100_000, markdown = true)
        @Nullable
        LocalizedText body,

        @Schema(description = "Who is quoted.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid Quote> quotes,

        @Schema(description = "Place and date line, as printed.", examples = "Kaiserslautern")
        @Text(max = 200)
        @Nullable
        LocalizedText dateline,

        @Schema(description = "Not to be published before this moment.", maxLength = 40) @Nullable
        OffsetDateTime embargoUntil,

        @Schema(description = "To be withdrawn at this moment.", maxLength = 40) @Nullable
        OffsetDateTime expiresAt,

        @Schema(description = "The time it speaks of.") @Valid @Nullable
        TemporalExtent coveragePeriod,

        @Schema(description = "What was put right since.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid Correction> corrections,

        @Schema(description = "About the publisher, as it was that day.") @Text(max = 5000) @Nullable
        LocalizedText boilerplate,

        @Schema(description = "Whom the press may ask.") @Valid @Nullable
        ContactPoint pressContact,

        @Schema(description = "Pictures and attachments.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid MediaUse> media,

        @Schema(description = "Links, as printed.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid Link> links,

        @Schema(description = "How much of it partners may show.") @Nullable
        Syndication syndication,

        @JsonUnwrapped @Valid @NotNull Metadata metadata)
        implements Document {

    @Override
    public LocalizedText label() {
        return title;
    }

    @Consistent(
            at = "expiresAt",
            code = "ends-before-start",
            message = "{de.stadtchronik.order}",
            groups = Editing.class)
    @JsonIgnore
    public boolean isInOrder() {
        return embargoUntil == null || expiresAt == null || embargoUntil.isBefore(expiresAt);
    }

    /** The time it speaks of; where it speaks of none, the day on which it was published. */
    @Override
    public Optional<Edtf> time(ZoneId city) {
        return Optional.ofNullable(coveragePeriod)
                .flatMap(TemporalExtent::parsed)
                .or(() -> Optional.ofNullable(metadata.publishedAt())
                        .map(at -> Edtf.ofDay(at.atZoneSameInstant(city).toLocalDate())));
    }

    @Override
    public @Nullable OffsetDateTime embargo(ZoneId city) {
        return embargoUntil;
    }

    @Override
    public @Nullable OffsetDateTime expiry(ZoneId city) {
        return expiresAt;
    }

    /** How much of a release partners may show. */
    @Schema(description = "How much of a release partners may show.")
    public enum Syndication {
        FULL,
        SUMMARY,
        LINK_ONLY
    }
}
