package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.time.Duration8601;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.time.TimeFormatException;
import jakarta.validation.Valid;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When something was, no more precisely than it is known.
 *
 * @param edtf a date, season or interval in EDTF (ISO 8601-2 level 0, with {@code ~ ? %}, {@code ..} and seasons)
 * @param duration how long it took (ISO 8601); may stand alone
 * @param source who says so, where that differs from the item's own source
 */
@Schema(
        description =
                "When something was, no more precisely than it is known. Written as EDTF (ISO 8601-2), a duration, "
                        + "or both; nothing requires a start.")
public record TemporalExtent(
        @Schema(
                description =
                        "A date (2020, 2020-06, 2020-03-13), a season (2020-21 to 2020-24, spring to winter) or an "
                                + "interval (2020-06/2020-09), each with ~ (approximate), ? (uncertain) or % (both), and .. for "
                                + "an open end.",
                examples = "2020-06",
                maxLength = 40)
        @EdtfText
        @Nullable
        String edtf,

        @Schema(description = "How long it took (ISO 8601).", examples = "P7W", maxLength = 40) @DurationText @Nullable
        String duration,

        @Schema(description = "Who says so.") @Valid @Nullable
        Source source) {

    /** An extent that is a date, season or interval. */
    public static TemporalExtent of(Edtf edtf) {
        return new TemporalExtent(edtf.toString(), null, null);
    }

    @Consistent(at = "edtf", code = "required", message = "{de.stadtchronik.extent}")
    @JsonIgnore
    public boolean isSaidAtAll() {
        return edtf != null || duration != null;
    }

    /** Whether something may have begun and ended so; true where one is not said, or cannot be read. */
    public static boolean areInOrder(@Nullable String begun, @Nullable String ended) {
        try {
            return begun == null
                    || ended == null
                    || !Edtf.parse(begun)
                            .bounds()
                            .startEarliest()
                            .isAfter(Edtf.parse(ended).bounds().endLatest());
        } catch (TimeFormatException reportedWhereItStands) {
            return true;
        }
    }

    public Optional<Edtf> parsed() {
        return Optional.ofNullable(edtf).map(Edtf::parse);
    }

    /** The duration, read. */
    public Optional<Duration8601> length() {
        return Optional.ofNullable(duration).map(Duration8601::parse);
    }
}
