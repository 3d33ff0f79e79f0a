package de.stadtchronik.harvest;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.harvest.origin.Scope;
import de.stadtchronik.vocabulary.Expected;
import de.stadtchronik.vocabulary.SourceName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source as an administrator or the configuration asks for it. */
@Schema(name = "NewHarvestSource", description = "Another instance whose items are to be copied.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NewSource(
        @Schema(
                description = "What it is called here; cannot be changed. Also `source.system` of its copies.",
                required = true,
                examples = "mainz")
        @NotNull
        @Size(min = 1, max = SourceName.LONGEST)
        @Pattern(regexp = SourceName.PATTERN)
        String name,

        @Schema(
                description = "Its base address, before `/v1`.",
                required = true,
                format = "uri",
                maxLength = 2000,
                examples = "https://api.mainz.example")
        @NotNull
        URI url,

        @Schema(description = "Seconds between two runs; 300 if absent.", minimum = "10", maximum = "604800")
        @Min(10)
        @Max(604_800)
        @Expected(
                german = "Sekunden zwischen zwei Abrufen: eine ganze Zahl von 10 bis 604800, ohne Angabe 300.",
                english = "Seconds between two runs: a whole number from 10 to 604800; 300 if absent.",
                examples = "300")
        @Nullable
        Integer interval,

        @Schema(description = "The key to send to the origin. Never shown again.")
        @Size(min = 1, max = 500)
        @Pattern(regexp = "^[\\x21-\\x7e]+$")
        @Nullable
        String key,

        @Schema(description = "Only these types.", maxItems = 100) @Size(max = 100) @Nullable
        List<@Pattern(regexp = "^[A-Z_]{1,40}$") String> types,

        @Schema(description = "Only what refers to these topics: slugs or ids of the origin.", maxItems = 100)
        @Size(max = 100)
        @Nullable
        List<@Pattern(regexp = NewSource.REFERENCE) String> topics,

        @Schema(description = "Only what lies in these areas: AGS or ARS, whole or its beginning.", maxItems = 100)
        @Size(max = 100)
        @Nullable
        List<@Pattern(regexp = "^[0-9]{2,12}$") String> areas,

        @Schema(description = "Only what has a text in one of these languages (BCP 47).", maxItems = 100)
        @Size(max = 100)
        @Nullable
        List<@Pattern(regexp = "^[A-Za-z0-9-]{2,35}$") String> languages,

        @Schema(description = "Only what these organisations publish: slugs or ids of the origin.", maxItems = 100)
        @Size(max = 100)
        @Nullable
        List<@Pattern(regexp = NewSource.REFERENCE) String> publishers) {

    static final String REFERENCE = "^[A-Za-z0-9-]{1,100}(/[A-Za-z0-9-]{1,80})?$";

    private static final int USUAL_INTERVAL = 300;

    Scope scope() {
        return new Scope(types, topics, areas, languages, publishers);
    }

    int seconds() {
        return interval == null ? USUAL_INTERVAL : interval;
    }
}
