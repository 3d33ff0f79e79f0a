package de.stadtchronik.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook that is wanted, or what is to become of one. */
@Schema(name = "WebhookDocument", description = "A webhook as it is asked for.")
record NewWebhook(
        @Schema(
                description = "What it is called. Not the name of a person.",
                required = true,
                pattern = WebhookBody.NAME,
                minLength = 1,
                maxLength = WebhookBody.LONGEST_NAME)
        String name,

        @Schema(
                description =
                        "Where messages are sent: http or https, without user info, on a host that has public addresses only. Refused with `forbidden-address` otherwise, also if the name of the host is not known (yet): one answer for both, so that nobody learns which names are known inside.",
                required = true,
                format = "uri",
                pattern = "^https?://",
                maxLength = WebhookBody.LONGEST_URL)
        String url,

        @Schema(description = "Without them, all changes are told.")
        Filters filters) {}
