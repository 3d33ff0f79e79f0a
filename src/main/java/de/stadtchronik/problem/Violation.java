package de.stadtchronik.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.text.Words;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where in the body, as JSON Pointer (RFC 6901)
 * @param parameter or which parameter
 * @param code a word for programs, such as {@code unknown-value}
 * @param message what is wrong, for people
 * @param allowed what would have been right, where that is a short list
 */
public record Fault(
        @Nullable String pointer, @Nullable String parameter, String code, Words message, List<String> allowed) {

    public static Fault inParameter(String parameter, String code, Words message) {
        return new Fault(null, parameter, code, message, List.of());
    }

    public static Fault inParameter(String parameter, String code, Words message, Collection<String> allowed) {
        return new Fault(null, parameter, code, message, List.copyOf(allowed));
    }

    public static Fault inBody(String pointer, String code, Words message) {
        return new Fault(pointer, null, code, message, List.of());
    }

    /** The same as a fault of something larger, in which what is wrong begins at a place. */
    public Fault below(String place) {
        return new Fault(place + (pointer == null ? "" : pointer), null, code, message, allowed);
    }

    /** The same for somebody who reads that language. */
    public Spoken in(String language) {
        return new Spoken(pointer, parameter, code, message.in(language), allowed);
    }

    /** The fault in one language, as it stands in the problem document. */
    @Schema(name = "Fault", description = "One thing that is wrong with the request.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Spoken(
            @Schema(description = "Where in the body (JSON Pointer, RFC 6901).", maxLength = 1000) @Nullable
            String pointer,

            @Schema(description = "In which parameter.", maxLength = 100) @Nullable
            String parameter,

            @Schema(description = "What is wrong, for programs.", maxLength = 100)
            String code,

            @Schema(description = "What is wrong, for people.", maxLength = 2000)
            String message,

            @Schema(description = "What would be right, where that can be listed.", maxItems = 1000)
            List<String> allowed) {}
}
