package de.stadtchronik.person;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.EdtfText;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person, only as far as there is a public function. The whole name and its parts stand side by side, as in vCard. */
@Schema(description = "A person, only as far as there is a public function.")
public record Person(
        @Schema(description = "The whole name, as it is shown.", examples = "Dr. Martin Verlage")
        @NotBlank
        @Size(max = 300)
        String name,

        @Schema(description = "What stands before the name.", examples = "Dr.") @Size(min = 1, max = 100) @Nullable
        String honorificPrefix,

        @Schema(description = "The given name.", examples = "Martin") @Size(min = 1, max = 100) @Nullable
        String givenName,

        @Schema(description = "The family name, by which lists are sorted.", examples = "Verlage")
        @Size(min = 1, max = 100)
        @Nullable
        String familyName,

        @Schema(description = "Who it is, in plain text.") @Text(max = 500) @Nullable
        LocalizedText summary,

        @Schema(description = "The public functions, each with its dates.", maxItems = 50) @Size(max = 50) @Nullable
        List<@Valid Role> roles,

        @Schema(description = "A portrait.") @Targets("MEDIA") @Nullable
        Ref image,

        @Schema(description = "When the entry is to be looked at again (EDTF).", examples = "2022", maxLength = 40)
        @EdtfText
        @Nullable
        String reviewAfter,

        @JsonUnwrapped @Valid @NotNull Metadata metadata)
        implements Document {

    @Override
    public LocalizedText label() {
        return LocalizedText.german(name);
    }

    @Override
    public String sortName() {
        return familyName == null ? name : givenName == null ? familyName : familyName + " " + givenName;
    }

    /** The family name too: "Frau Verlage" names her as well. */
    @Override
    public Stream<String> names() {
        return Stream.of(name, familyName).filter(Objects::nonNull);
    }
}
