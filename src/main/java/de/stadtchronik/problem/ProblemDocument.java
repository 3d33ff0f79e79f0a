package de.stadtchronik.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client sees of a failure (RFC 9457). */
@Schema(
        name = "Problem",
        description = "A problem document (RFC 9457): what went wrong, where, and what is allowed.",
        requiredProperties = {"type", "title", "status", "detail", "instance", "traceId"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemDocument(
        @Schema(
                description = "The page that explains this kind of problem.",
                format = "uri",
                maxLength = 2000,
                examples = "http://localhost:8080/problems/invalid-parameters")
        URI type,

        @Schema(description = "The kind of problem in a few words.", maxLength = 200)
        String title,

        @Schema(description = "The HTTP status.", minimum = "400", maximum = "599", examples = "400")
        int status,

        @Schema(description = "What is wrong with this request.", maxLength = LONGEST_DETAIL)
        String detail,

        @Schema(description = "The path that was asked; a long one is cut.", maxLength = LONGEST_PATH)
        String instance,

        @Schema(description = "Identifies the request in the service's log.", pattern = "[0-9a-f]{32}", maxLength = 32)
        String traceId,

        @Schema(description = "Every single thing that is wrong.", maxItems = 1000)
        List<Violation.Spoken> errors,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

    static final int LONGEST_DETAIL = 2000;
    static final int LONGEST_PATH = 1000;
}
