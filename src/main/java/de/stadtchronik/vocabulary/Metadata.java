package de.stadtchronik.vocabulary;

import de.stadtchronik.text.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** The properties that an editor can give to items of every type; they stand among the type's own properties. */
public record Metadata(
        @Schema(
                description =
                        "The sub-kind, in capitals. The usual ones are listed with the filter `kind`; others can be "
                                + "added.",
                examples = "LIVESTREAM")
        @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$")
        @Nullable
        String kind,

        @Schema(
                description = "The readable name in the address, unique per type; made from the title if absent.",
                examples = "herzlich-digital")
        @Pattern(regexp = Slug.PATTERN)
        @Size(max = Slug.MAX_LENGTH)
        @Nullable
        String slug,

        @Schema(
                description = "When it was published, editorially. Filled on publication, unless `publishedAtUnknown`.",
                examples = "2020-12-22T10:00:00+01:00",
                maxLength = 40)
        @Nullable
        OffsetDateTime publishedAt,

        @Schema(
                description =
                        "True if the publication date is unknown and must not be filled. Not beside `publishedAt`.")
        @Nullable
        Boolean publishedAtUnknown,

        @Schema(description = "Who publishes it; needed to publish.")
        @Needed(groups = Publication.class)
        @Targets("ORGANISATION")
        @Nullable
        Ref publisher,

        @Schema(
                description = "The licence, as URI; the provider's usual one if absent.",
                format = "uri",
                examples = "https://www.govdata.de/dl-de/by-2-0",
                maxLength = 2000)
        @Nullable
        URI license,

        @Schema(description = "How to name the source, as the licence asks.", examples = "Stadt Kaiserslautern")
        @Size(min = 1, max = 300)
        @Nullable
        String attributionText,

        @Schema(description = "Where it was taken over from.") @Valid @Nullable
        Source source,

        @Schema(description = "Identifiers of the thing in public registers, each once.", maxItems = 50)
        @Size(max = 50)
        @UniqueElements(message = "{de.stadtchronik.unique}", groups = Editing.class)
        @Nullable
        List<@Valid Identifier> identifiers,

        @Schema(description = "What it is about.", maxItems = 50) @Size(max = 50) @Targets("TOPIC") @Nullable
        List<Ref> topics,

        @Schema(description = "Other items that it mentions.", maxItems = 200) @Size(max = 200) @Nullable
        List<Ref> mentions,

        @Schema(description = "Whether it is one of the year's highlights.") @Nullable
        Boolean highlight) {

    /** Nothing said. */
    public static final Metadata NONE =
            new Metadata(null, null, null, null, null, null, null, null, null, null, null, null);
}
