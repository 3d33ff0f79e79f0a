package de.stadtchronik.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change, for the API document. */
@Schema(name = "WebhookPatch", description = "What is to change (RFC 7396); `null` takes filters away.")
record WebhookPatch(
        @Schema(
                description = "What it is called.",
                pattern = WebhookBody.NAME,
                minLength = 1,
                maxLength = WebhookBody.LONGEST_NAME)
        @Nullable
        String name,

        @Schema(
                description = "Where messages are sent.",
                format = "uri",
                pattern = "^https?://",
                maxLength = WebhookBody.LONGEST_URL)
        @Nullable
        String url,

        @Schema(description = "Which changes are told.") @Nullable
        Filters filters) {}
