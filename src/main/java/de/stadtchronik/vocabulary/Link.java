package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.text.LocalizedText;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link with a label. In what was written elsewhere it may lead nowhere: an old release keeps the labels of dead links. */
@Schema(description = "A link with a label, to an address or an item. One of the two is needed to write it.")
public record Link(
        @Schema(description = "The text of the link.") @NotNull @Text(max = 300)
        LocalizedText label,

        @Schema(description = "Where it leads.", format = "uri", maxLength = 2000) @Nullable
        URI url,

        @Schema(description = "The item that it leads to, instead of an address.") @Nullable
        Ref target) {

    @Consistent(at = "url", code = "required", message = "{de.stadtchronik.link}", groups = Editing.class)
    @JsonIgnore
    public boolean isLeadingSomewhere() {
        return url != null || target != null;
    }
}
