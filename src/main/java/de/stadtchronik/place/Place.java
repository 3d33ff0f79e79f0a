package de.stadtchronik.place;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Above;
import de.stadtchronik.vocabulary.Address;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.Editing;
import de.stadtchronik.vocabulary.Geo;
import de.stadtchronik.vocabulary.Link;
import de.stadtchronik.vocabulary.MediaUse;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.MunicipalKeys;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A venue, district, address or area (schema.org Place). */
@Schema(description = "A venue, district, address or area.")
public record Place(
        @Schema(description = "What it is called.") @NotNull @Text(max = 300)
        LocalizedText name,

        @Schema(description = "What it is, in plain text.") @Text(max = 500) @Nullable
        LocalizedText summary,

        @Schema(description = "What else it is called.", maxItems = 50) @Size(max = 50) @Nullable
        List<@Size(min = 1, max = 300) String> alternateNames,

        @Schema(description = "Its postal address.") @Valid @Nullable
        Address address,

        @Schema(description = "Where it is on the map.") @Valid @Nullable
        Geo geo,

        @Schema(
                description = "The AGS of the municipality or area in which it lies or which it is.",
                examples = "07312000",
                pattern = MunicipalKeys.AGS)
        @Pattern(regexp = MunicipalKeys.AGS, groups = Editing.class)
        @Nullable
        String ags,

        @Schema(description = "The ARS of the same.", examples = "073120000000", pattern = MunicipalKeys.ARS)
        @Pattern(regexp = MunicipalKeys.ARS, groups = Editing.class)
        @Nullable
        String ars,

        @Schema(description = "The larger place it is a part of.") @Targets("PLACE") @Above @Nullable
        Ref containedIn,

        @Schema(description = "How accessible it is.") @Text(max = 2000) @Nullable
        LocalizedText accessibility,

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

    @Consistent(at = "ars", code = "contradicts-ags", message = "{de.stadtchronik.area}", groups = Editing.class)
    @JsonIgnore
    public boolean isInOneArea() {
        return MunicipalKeys.agree(ags, ars);
    }

    @Override
    public Stream<String> areas() {
        return Stream.concat(MunicipalKeys.known(ags, ars), Document.super.areas());
    }
}
