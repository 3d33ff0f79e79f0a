package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.text.WebAddress;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to reach an office, rather than a person. */
@Schema(description = "How to reach an office: a functional mailbox first.")
public record ContactPoint(
        @Schema(description = "What the office is called.", examples = "Pressestelle") @Text(max = 200) @Nullable
        LocalizedText label,

        @Schema(description = "A functional mailbox.", examples = "presse@example.org")
        @Email
        @Size(max = 254)
        @Nullable
        String email,

        @Schema(description = "Telephone number in E.164.", examples = "+496313650")
        @Pattern(regexp = "^\\+[1-9][0-9]{3,14}$")
        @TelephoneNumber(groups = Editing.class)
        @Nullable
        String telephone,

        @Schema(description = "The telephone number as people write it.", examples = "+49 (0) 631 365-0")
        @Size(min = 1, max = 40)
        @Nullable
        String telephoneDisplay,

        @Schema(description = "A contact page.", format = "uri", maxLength = 2000) @Nullable
        URI url) {

    @Consistent(at = "email", code = "email", message = "{de.stadtchronik.email}", groups = Editing.class)
    @JsonIgnore
    public boolean isWrittenToInAscii() {
        return email == null
                || (email.matches("\\p{ASCII}*")
                        && WebAddress.fault("https://" + email.replaceFirst("^.*@", ""))
                                .isEmpty());
    }
}
