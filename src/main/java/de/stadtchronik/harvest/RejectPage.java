package de.stadtchronik.harvest;

import de.stadtchronik.content.PageEnd;
import de.stadtchronik.content.PageLimit;
import de.stadtchronik.content.Parameter;
import de.stadtchronik.content.Query;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what was set aside, in the shape of all lists. */
@Schema(name = "HarvestRejectPage", description = "A page of what was set aside.")
public record RejectPage(
        @Schema(description = "The newest first.", maxItems = 100, required = true)
        List<ShownReject> data,

        @Schema(ref = "Page") PageEnd.Page page,
        @Schema(ref = "PageLinks") PageEnd.Links links) {

    private static final Parameter CURSOR = Parameter.matching(
            "cursor",
            "Where the page begins: `page.next` of the page before. Opaque, and never expires.",
            "^[0-9a-f-]+$",
            36);

    /** All parameters, as they are documented. */
    public static final List<Parameter> PARAMETERS = List.of(PageLimit.PARAMETER, CURSOR);

    /** What the page begins after. */
    static Optional<UUID> after(Query query) {
        return query.take(CURSOR).flatMap(cursor -> {
            if (Slug.isUuidShaped(cursor)) {
                return Optional.of(UUID.fromString(cursor.toLowerCase(Locale.ROOT)));
            }
            query.fault(
                    CURSOR, "invalid-cursor", new Words("%s ist keiner von uns.", "%s is none of ours."), List.of());
            return Optional.empty();
        });
    }
}
