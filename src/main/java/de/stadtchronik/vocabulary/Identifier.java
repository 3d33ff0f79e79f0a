package de.stadtchronik.vocabulary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An identifier of the thing in a public register. */
@Schema(description = "An identifier of the thing in a public register.")
public record Identifier(
        @Schema(description = "The register: AGS and ARS (municipal keys), WIKIDATA, ROR and others.", examples = "AGS")
        @NotNull
        @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$")
        String scheme,

        @Schema(description = "The identifier in that register.", examples = "07312000")
        @NotNull
        @Size(min = 1, max = 200)
        String value) {}
