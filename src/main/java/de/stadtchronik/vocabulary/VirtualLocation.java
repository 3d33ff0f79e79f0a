package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.text.LocalizedText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an event can be attended or watched online. */
@Schema(description = "Where an event can be attended or watched online.")
public record VirtualLocation(
        @Schema(description = "The platform.", examples = "YouTube") @Size(min = 1, max = 100) @Nullable
        String platform,

        @Schema(description = "The address.", format = "uri", maxLength = 2000)
        @HiddenWhile(property = "access", is = "INVITED")
        @Nullable
        URI url,

        @Schema(description = "The text of the link.") @Text(max = 300) @Nullable
        LocalizedText label,

        @Schema(description = "Who may use it. The address of a meeting for invited people is never public.") @NotNull
        Access access) {

    /** For invited people that much may be all that the public knows. */
    @Consistent(at = "url", code = "required", message = "{de.stadtchronik.online}", groups = Editing.class)
    @JsonIgnore
    public boolean isSomewhere() {
        return access != Access.PUBLIC || platform != null || url != null || label != null;
    }

    /** Who may use a virtual location. */
    @Schema(name = "VirtualLocationAccess", description = "Who may use a virtual location.")
    public enum Access {
        PUBLIC,
        INVITED
    }
}
