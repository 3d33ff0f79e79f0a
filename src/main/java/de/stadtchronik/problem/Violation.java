package de.stadtchronik.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.text.BilingualText;
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
public record Violation(
        @Nullable String pointer,
        @Nullable String parameter,
        String code,
        BilingualText message,
        List<String> allowed) {

    private static final int LONGEST_POINTER = 1000;
    private static final int LONGEST_MESSAGE = 2000;

    public static Violation inParameter(String parameter, String code, BilingualText message) {
        return new Violation(null, parameter, code, message, List.of());
    }

    public static Violation inParameter(
            String parameter, String code, BilingualText message, Collection<String> allowed) {
        return new Violation(null, parameter, code, message, List.copyOf(allowed));
    }

    public static Violation inBody(String pointer, String code, BilingualText message) {
        return inBody(pointer, code, message, List.of());
    }

    public static Violation inBody(String pointer, String code, BilingualText message, List<String> allowed) {
        return new Violation(pointer, null, code, message, allowed);
    }

    /**
     * This fault, said differently.
     *
     * @param code the word for programs; empty for the one it has
     */
    public Violation as(String code, BilingualText message, List<String> allowed) {
        return new Violation(pointer, parameter, code.isEmpty() ? this.code : code, message, allowed);
    }

    /** This fault within a larger document, in which its subject stands at a place. */
    public Violation below(String place) {
        return new Violation(place + (pointer == null ? "" : pointer), null, code, message, allowed);
    }

    /** This fault in a language. */
    public Spoken in(String language) {
        return new Spoken(
                pointer == null ? null : cut(pointer, LONGEST_POINTER),
                parameter,
                code,
                cut(message.in(language), LONGEST_MESSAGE),
                allowed);
    }

    /** A text with what was asked in it, so long as the API document says. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** The fault in one language, as it stands in the problem document. */
    @Schema(
            name = "Fault",
            description = "One thing that is wrong with the request.",
            requiredProperties = {"code", "message"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Spoken(
            @Schema(
                    description = "Where in the body (JSON Pointer, RFC 6901); empty for all of it.",
                    maxLength = LONGEST_POINTER)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String pointer,

            @Schema(description = "In which parameter.", maxLength = 100) @Nullable
            String parameter,

            @Schema(description = "What is wrong, for programs.", maxLength = 100)
            String code,

            @Schema(description = "What is wrong, for people.", maxLength = LONGEST_MESSAGE)
            String message,

            @Schema(description = "What would be right, where that can be listed.", maxItems = 1000)
            List<String> allowed) {}
}
