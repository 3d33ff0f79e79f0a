package de.stadtchronik.vocabulary;

import de.stadtchronik.text.LocalizedText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an item, a figure or a date comes from. */
@Schema(description = "Where an item, or one of its figures or dates, comes from.")
public record Source(
        @Schema(description = "The system that holds the original.", examples = "kl-press")
        @Size(min = 1, max = 100)
        @Pattern(regexp = SEGMENT, message = "{de.stadtchronik.segment}")
        @Nullable
        String system,

        @Schema(description = "The key of the original in that system.", examples = "2020-review")
        @Size(min = 1, max = 200)
        @Pattern(regexp = SEGMENT, message = "{de.stadtchronik.segment}")
        @Nullable
        String externalId,

        @Schema(description = "What the source is called, for people.", examples = "Pressestelle")
        @Text(max = 300)
        @Nullable
        LocalizedText title,

        @Schema(description = "Where the original can be read.", format = "uri", maxLength = 2000) @Nullable
        URI url,

        @Schema(description = "The licence of the original.", format = "uri", maxLength = 2000) @Nullable
        URI license,

        @Schema(description = "When it was taken over.", maxLength = 40) @Nullable
        OffsetDateTime retrievedAt) {

    /**
     * What can be one segment of an address: no control characters, no blank at its ends, and neither {@code .} nor
     * {@code ..}, which mean another place (RFC 3986, section 3.3).
     */
    static final String SEGMENT = "^(?!\\.{1,2}$)[^\\p{C}\\p{Z}]([^\\p{C}]*[^\\p{C}\\p{Z}])?$";
}
