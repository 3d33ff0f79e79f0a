package de.stadtchronik.webhook;

import de.stadtchronik.vocabulary.GivenName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as a partner asks for it. */
@Schema(name = "WebhookDocument", description = "A webhook to be created.")
record NewWebhook(
        @Schema(
                description = "What it is called. Not the name of a person.",
                required = true,
                pattern = GivenName.PATTERN,
                minLength = 1,
                maxLength = GivenName.LONGEST)
        @GivenName
        String name,

        @Schema(
                description =
                        "Where messages are sent: http or https, in ASCII, without user info or fragment, on a host that has public addresses only. Otherwise it is refused with `forbidden-address`, as is a host whose name cannot be resolved: the same answer for both, so that it does not tell which names exist in our network.",
                required = true,
                format = "uri",
                pattern = "^https?://",
                maxLength = LONGEST_URL)
        @NotNull
        URI url,

        @Schema(description = "Without filters, all changes are sent.") @Valid @Nullable
        Filters filters) {

    static final int LONGEST_URL = 2000;
}
