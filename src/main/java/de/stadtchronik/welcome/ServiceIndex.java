package de.stadtchronik.welcome;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the service offers, as programs that know only its address find it. */
@Schema(name = "ServiceIndex", description = "Where everything is.")
public record ServiceIndex(
        @Schema(description = "The lists, one for each type.", maxItems = 100, required = true)
        List<Entry> data,

        @Schema(
                description = "Whole addresses of what concerns all types, and of the documentation, by name.",
                required = true)
        Map<String, String> links) {

    @Schema(name = "ServiceIndexEntry", description = "The list of one type.")
    public record Entry(
            @Schema(description = "The type of its items.", maxLength = 40, required = true)
            String type,

            @Schema(description = "Where it is.", format = "uri", maxLength = 2000, required = true)
            String url) {}
}
