package de.stadtchronik.vocabulary;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A point on earth in WGS 84, in degrees. */
@Schema(description = "A point on earth (WGS 84), in degrees.")
public record Geo(
        @Schema(description = "North of the equator.", examples = "49.44") @NotNull @DecimalMin("-90") @DecimalMax("90")
        BigDecimal latitude,

        @Schema(description = "East of Greenwich.", examples = "7.77") @NotNull @DecimalMin("-180") @DecimalMax("180")
        BigDecimal longitude) {}
