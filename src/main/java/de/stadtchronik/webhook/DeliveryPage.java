package de.stadtchronik.webhook;

import de.stadtchronik.query.PageEnd;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the messages to a webhook, in the shape of all lists. */
@Schema(name = "WebhookDeliveryPage", description = "A page of the messages to a webhook.")
record DeliveryPage(
        @Schema(description = "The newest first.", maxItems = 100, required = true)
        List<ShownDelivery> data,

        @Schema(ref = "Page") PageEnd.Page page,
        @Schema(ref = "PageLinks") PageEnd.Links links) {}
