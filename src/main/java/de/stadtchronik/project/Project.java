package de.stadtchronik.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.vocabulary.Above;
import de.stadtchronik.vocabulary.ContactPoint;
import de.stadtchronik.vocabulary.Filterable;
import de.stadtchronik.vocabulary.Funding;
import de.stadtchronik.vocabulary.Link;
import de.stadtchronik.vocabulary.MediaUse;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Participation;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.ReportedFigure;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A project, programme, measure or service. */
@Schema(description = "A project, programme, measure or service.")
public record Project(
        @Schema(description = "What it is called.") @NotNull @Text(max = 300)
        LocalizedText title,

        @Schema(description = "What it is, in plain text.") @Text(max = 500) @Nullable
        LocalizedText summary,

        @Schema(description = "More about it, written in Markdown, given out as `bodyFormat` asks.")
        @Text(max = 100_000, markdown = true)
        @Nullable
        LocalizedText description,

        @Schema(description = "How far it is.") @Filterable @Nullable
        ProjectStatus projectStatus,

        @Schema(description = "When it ran, no more precise than it is known.") @Valid @Nullable
        TemporalExtent temporal,

        @Schema(description = "The larger project it is part of.") @Targets("PROJECT") @Above @Nullable
        Ref parent,

        @Schema(description = "The programme it runs under.") @Targets("PROJECT") @Nullable
        Ref programme,

        @Schema(description = "Who leads it.") @Targets("ORGANISATION") @Nullable
        Ref lead,

        @Schema(description = "Who had which part.", maxItems = 200) @Size(max = 200) @Nullable
        List<@Valid Participation> participations,

        @Schema(description = "Who pays, jointly.", maxItems = 50) @Size(max = 50) @Nullable
        List<@Valid Funding> funding,

        @Schema(description = "What it is to reach.", maxItems = 50) @Size(max = 50) @Text(max = 1000) @Nullable
        List<LocalizedText> goals,

        @Schema(description = "What it has reached.", maxItems = 50) @Size(max = 50) @Text(max = 1000) @Nullable
        List<LocalizedText> outcomes,

        @Schema(description = "Numbers as reported.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid ReportedFigure> figures,

        @Schema(description = "Whom to ask.") @Valid @Nullable
        ContactPoint contactPoint,

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

    @Override
    public Optional<Edtf> time(ZoneId city) {
        return Optional.ofNullable(temporal).flatMap(TemporalExtent::parsed);
    }

    /** How far a project is. */
    @Schema(description = "How far a project is.")
    public enum ProjectStatus {
        PLANNED,
        RUNNING,
        COMPLETED,
        SUSPENDED,
        UNKNOWN
    }
}
