package de.stadtchronik.editing;

import de.stadtchronik.content.GoneReason;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Text;
import de.stadtchronik.writing.Writing;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an item is withdrawn, and where to look instead. */
@Schema(description = "Why an item is withdrawn, and where to look instead. May be empty.")
public record WithdrawRequest(
        @Schema(description = "The kind of reason; `WITHDRAWN` if absent.") @Nullable
        Reason reason,

        @Schema(description = "Why it is withdrawn; shown to the public.") @Text(max = 2000) @Nullable
        LocalizedText explanation,

        @Schema(description = "The item to look at instead.") @Nullable
        Ref successor)
        implements ItemAction {

    @Override
    public void on(Writing writing, UUID id) {
        var instead = Optional.ofNullable(successor).map(ref -> ItemAction.found(writing, ref, "/successor"));
        writing.withdraw(id, goneReason(), explanation, instead);
    }

    private GoneReason goneReason() {
        return reason == Reason.EXPIRED ? GoneReason.EXPIRED : GoneReason.WITHDRAWN;
    }

    @Schema(name = "WithdrawReason", description = "Why an item is withdrawn.")
    public enum Reason {
        WITHDRAWN,
        EXPIRED
    }
}
