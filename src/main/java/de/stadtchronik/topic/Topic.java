package de.stadtchronik.topic;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Above;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What items are about: one word of the vocabulary (SKOS concept). */
@Schema(description = "What items are about: one word of the vocabulary (a SKOS concept).")
public record Topic(
        @Schema(description = "The word.") @NotNull @Text(max = 100)
        LocalizedText label,

        @Schema(description = "Its code, which never changes.", examples = "SMART_CITY")
        @Pattern(regexp = "^[A-Z0-9][A-Z0-9_]{0,39}$")
        @Nullable
        String code,

        @Schema(description = "What it means.") @Text(max = 1000) @Nullable
        LocalizedText definition,

        @Schema(description = "Other words for it.", maxItems = 50) @Size(max = 50) @Text(max = 100) @Nullable
        List<LocalizedText> altLabels,

        @Schema(description = "The broader word.") @Targets("TOPIC") @Above @Nullable
        Ref parent,

        @Schema(description = "The same concept in other vocabularies.", maxItems = 50) @Size(max = 50) @Nullable
        List<URI> exactMatch,

        @JsonUnwrapped @Valid @NotNull Metadata metadata)
        implements Document {}
