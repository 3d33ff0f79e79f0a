package de.stadtchronik.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.vocabulary.Above;
import de.stadtchronik.vocabulary.Address;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.ContactPoint;
import de.stadtchronik.vocabulary.Editing;
import de.stadtchronik.vocabulary.Link;
import de.stadtchronik.vocabulary.MediaUse;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.ReportedFigure;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A municipality, department, company, institute, network or brand. */
@Schema(description = "A municipality, department, company, institute, network or brand.")
public record Organisation(
        @Schema(description = "What it is called.") @NotNull @Text(max = 300)
        LocalizedText name,

        @Schema(description = "What it is, in plain text.") @Text(max = 500) @Nullable
        LocalizedText summary,

        @Schema(description = "Its name in the register.", examples = "KL.digital GmbH")
        @Size(min = 1, max = 300)
        @Nullable
        String legalName,

        @Schema(description = "Its short name.", examples = "DFKI") @Size(min = 1, max = 100) @Nullable
        String shortName,

        @Schema(description = "What else it is called.", maxItems = 50) @Size(max = 50) @Nullable
        List<@Size(min = 1, max = 300) String> alternateNames,

        @Schema(description = "Its code in the administration's plan.", examples = "I.8")
        @Size(min = 1, max = 40)
        @Nullable
        String unitCode,

        @Schema(description = "Its legal form.", examples = "GmbH") @Size(min = 1, max = 100) @Nullable
        String legalForm,

        @Schema(description = "What it belongs to.") @Targets("ORGANISATION") @Above @Nullable
        Ref parent,

        @Schema(description = "When it was founded.") @Valid @Nullable
        TemporalExtent founded,

        @Schema(description = "When it was dissolved.") @Valid @Nullable
        TemporalExtent dissolved,

        @Schema(description = "How it is related to others.", maxItems = 200) @Size(max = 200) @Nullable
        List<@Valid Relation> relations,

        @Schema(
                description =
                        "Numbers as reported: members, staff and others. A count may exceed the members known here.",
                maxItems = 100)
        @Size(max = 100)
        @Nullable
        List<@Valid ReportedFigure> figures,

        @Schema(description = "Where it is.") @Valid @Nullable
        Address address,

        @Schema(description = "How to reach it.", maxItems = 20) @Size(max = 20) @Nullable
        List<@Valid ContactPoint> contactPoints,

        @Schema(description = "Its website.", format = "uri", maxLength = 2000) @Nullable
        URI website,

        @Schema(description = "Its logo.") @Targets("MEDIA") @Nullable
        Ref logo,

        @Schema(description = "Pictures and attachments.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid MediaUse> media,

        @Schema(description = "Where to read more.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Valid Link> links,

        @JsonUnwrapped @Valid @NotNull Metadata metadata)
        implements Document {

    @Override
    public LocalizedText label() {
        return name;
    }

    @Consistent(
            at = "dissolved",
            code = "ends-before-start",
            message = "{de.stadtchronik.order}",
            groups = Editing.class)
    @JsonIgnore
    public boolean isInOrder() {
        return founded == null || dissolved == null || TemporalExtent.areInOrder(founded.edtf(), dissolved.edtf());
    }

    /** The founding is what places an organisation in time. */
    @Override
    public Optional<Edtf> time(ZoneId city) {
        return Optional.ofNullable(founded).flatMap(TemporalExtent::parsed);
    }
}
