package de.stadtchronik.webhook;

import de.stadtchronik.vocabulary.GivenName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change to a webhook, for the API document only. */
@Schema(name = "WebhookPatch", description = "What is to change (RFC 7396); `null` removes the filters.")
record WebhookPatch(
        @Schema(
                description = "What it is called.",
                pattern = GivenName.PATTERN,
                minLength = 1,
                maxLength = GivenName.LONGEST)
        @Nullable
        String name,

        @Schema(
                description = "Where messages are sent.",
                format = "uri",
                pattern = "^https?://",
                maxLength = NewWebhook.LONGEST_URL)
        @Nullable
        String url,

        @Schema(description = "Which changes are sent.") @Nullable
        Filters filters) {}
