package de.stadtchronik.editing;

import de.stadtchronik.content.GoneReason;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an item is taken back, and where to look instead. */
@Schema(description = "Why an item is taken back, and where to look instead. May be empty.")
public record WithdrawRequest(
        @Schema(description = "The kind of reason; `WITHDRAWN` if absent.") @Nullable
        Reason reason,

        @Schema(description = "Why, for the public.") @Text(max = 2000) @Nullable
        LocalizedText explanation,

        @Schema(description = "The item to look at instead.") @Nullable
        Ref successor) {

    GoneReason goneReason() {
        return reason == Reason.EXPIRED ? GoneReason.EXPIRED : GoneReason.WITHDRAWN;
    }

    /** Why something is taken back. */
    @Schema(name = "WithdrawReason", description = "Why something is taken back.")
    public enum Reason {
        WITHDRAWN,
        EXPIRED
    }
}
