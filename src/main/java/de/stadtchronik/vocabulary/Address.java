package de.stadtchronik.vocabulary;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A postal address, in the words of schema.org's PostalAddress. */
@Schema(description = "A postal address (schema.org PostalAddress).")
public record Address(
        @Schema(description = "Street and number.", examples = "Bahnhofstraße 26-28")
        @Size(min = 1, max = 200)
        @Nullable
        String streetAddress,

        @Schema(description = "Postal code.", examples = "67655") @Size(min = 1, max = 20) @Nullable
        String postalCode,

        @Schema(description = "Town.", examples = "Kaiserslautern") @Size(min = 1, max = 100) @Nullable
        String addressLocality,

        @Schema(description = "State or region.", examples = "Rheinland-Pfalz") @Size(min = 1, max = 100) @Nullable
        String addressRegion,

        @Schema(description = "Country (ISO 3166-1 alpha-2).", examples = "DE")
        @Pattern(regexp = "^[A-Z]{2}$")
        @Nullable
        String addressCountry) {}
