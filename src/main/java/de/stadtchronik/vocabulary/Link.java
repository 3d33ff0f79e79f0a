package de.stadtchronik.vocabulary;

import de.stadtchronik.text.LocalizedText;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link with a label. It may have no target: an old release keeps the labels of its dead links. */
@Schema(description = "A link with a label, to an address or an item. It may have no target.")
public record Link(
        @Schema(description = "The text of the link.") @NotNull @Text(max = 300)
        LocalizedText label,

        @Schema(description = "Where it leads.", format = "uri", maxLength = 2000) @Nullable
        URI url,

        @Schema(description = "The item that it leads to, instead of an address.") @Nullable
        Ref target) {}
