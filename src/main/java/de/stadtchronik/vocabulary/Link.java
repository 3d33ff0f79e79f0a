package de.stadtchronik.vocabulary;

import de.stadtchronik.text.LocalizedText;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link with a label. It may lead nowhere: an old release keeps its dead links' labels. */
@Schema(description = "A link with a label, to an address or an item. It may lead nowhere.")
public record Link(
        @Schema(description = "What the link says.") @NotNull @Text(max = 300)
        LocalizedText label,

        @Schema(description = "Where it leads.", format = "uri", maxLength = 2000) @Nullable
        URI url,

        @Schema(description = "Or to which item.") @Nullable Ref target) {}
