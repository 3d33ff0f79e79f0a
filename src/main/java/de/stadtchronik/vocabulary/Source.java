package de.stadtchronik.vocabulary;

import de.stadtchronik.text.LocalizedText;
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
        @Nullable
        String system,

        @Schema(description = "Its key there.", examples = "2020-review") @Size(min = 1, max = 200) @Nullable
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
        OffsetDateTime retrievedAt) {}
