package de.stadtchronik.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which changes a webhook is told of; of each, one of the values has to fit. */
@Schema(
        name = "WebhookFilters",
        description =
                "Only changes that fit are told, as in the feed. Of several values of one filter, one has to fit.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Filters(
        @Schema(
                description = "Types.",
                minItems = 1,
                maxItems = 100,
                examples = {"[\"RELEASE\"]"})
        List<@Size(max = 40) String> type,

        @Schema(description = "Topics: ids or slugs.", minItems = 1, maxItems = 100)
        List<@Size(max = 140) String> topic,

        @Schema(description = "Areas: the beginning of an AGS or ARS.", minItems = 1, maxItems = 100)
        List<@Size(max = 12) String> area,

        @Schema(description = "Languages (BCP 47).", minItems = 1, maxItems = 100)
        List<@Size(max = 35) String> lang,

        @Schema(description = "Publishers: ids or slugs.", minItems = 1, maxItems = 100)
        List<@Size(max = 140) String> publisher) {

    static final List<String> NAMES = List.of("type", "topic", "area", "lang", "publisher");

    boolean areNone() {
        return type.isEmpty() && topic.isEmpty() && area.isEmpty() && lang.isEmpty() && publisher.isEmpty();
    }
}
