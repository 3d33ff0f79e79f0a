package de.stadtchronik.media;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadtchronik.document.Document;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.Filterable;
import de.stadtchronik.vocabulary.Metadata;
import de.stadtchronik.vocabulary.Publication;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An image, video, sound or document, and what one has to know to show it (schema.org MediaObject). */
@Schema(description = "An image, video, sound or document, and what one has to know to show it.")
public record Media(
        @Schema(description = "What it is called.") @NotNull @Text(max = 300)
        LocalizedText title,

        @Schema(description = "What kind of medium.") @NotNull @Filterable
        MediaKind mediaKind,

        @Schema(description = "Where the file is.", format = "uri", maxLength = 2000) @NotNull
        URI contentUrl,

        @Schema(description = "The format (RFC 6838).", examples = "image/jpeg")
        @Pattern(regexp = "^[a-z]+/[A-Za-z0-9.+-]{1,100}$")
        @Nullable
        String mimeType,

        @Schema(description = "The size of the file in bytes.") @Min(0) @Nullable
        Long byteSize,

        @Schema(description = "The width in pixels.") @Min(1) @Max(1_000_000) @Nullable
        Integer width,

        @Schema(description = "The height in pixels.") @Min(1) @Max(1_000_000) @Nullable
        Integer height,

        @Schema(description = "The SHA-256 of the file, in hexadecimal.") @Pattern(regexp = "^[0-9a-f]{64}$") @Nullable
        String sha256,

        @Schema(description = "What is to be seen, for whoever does not see it; an image needs it to be published.")
        @Text(max = 1000, line = true)
        @Nullable
        LocalizedText altText,

        @Schema(description = "Instead of an alternative text: that there is nothing to be seen that matters.")
        @Nullable
        Boolean decorative,

        @Schema(description = "What to write below it.") @Text(max = 1000) @Nullable
        LocalizedText caption,

        @Schema(description = "Whom to credit, as it has to be written.", examples = "Stadt Kaiserslautern")
        @Size(min = 1, max = 300)
        @Nullable
        String creditText,

        @Schema(description = "What it may be used for.") @Filterable @Nullable
        Usage usage,

        @Schema(description = "Until when it may be shown.", maxLength = 40) @Nullable
        OffsetDateTime rightsUntil,

        @JsonUnwrapped @Valid @NotNull Metadata metadata)
        implements Document {

    @Override
    public LocalizedText label() {
        return title;
    }

    @Override
    public @Nullable OffsetDateTime expiry(ZoneId city) {
        return rightsUntil;
    }

    @Override
    public String expiryProperty() {
        return "rightsUntil";
    }

    @Consistent(at = "altText", code = "required", message = "{de.stadtchronik.described}", groups = Publication.class)
    @JsonIgnore
    public boolean isDescribed() {
        return mediaKind != MediaKind.IMAGE || altText != null || Boolean.TRUE.equals(decorative);
    }

    /** What kind of medium. */
    @Schema(description = "What kind of medium.")
    public enum MediaKind {
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT
    }

    /** What a medium may be used for. */
    @Schema(name = "MediaUsage", description = "What a medium may be used for.")
    public enum Usage {
        FREE,
        EVENT_ONLY,
        EDITORIAL
    }
}
