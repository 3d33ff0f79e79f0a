package de.stadtchronik.webhook;

import de.stadtchronik.query.PageEnd;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the list of webhooks, in the shape of all lists. */
@Schema(name = "WebhookPage", description = "A page of the list of webhooks.")
public record WebhookPage(
        @Schema(description = "The newest first.", maxItems = 100, required = true)
        List<ShownWebhook> data,

        @Schema(ref = "Page") PageEnd.Page page,
        @Schema(ref = "PageLinks") PageEnd.Links links) {}
