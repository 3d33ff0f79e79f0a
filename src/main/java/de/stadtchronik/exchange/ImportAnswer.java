package de.stadtchronik.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.problem.Violation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to an import, written while it goes on: a line for each line, and at the end how many there were. */
final class ImportAnswer implements Importer.Witness {

    private final OutputStream out;
    private final String language;
    private final Tally tally = new Tally();

    ImportAnswer(OutputStream out, String language) {
        this.out = new BufferedOutputStream(out);
        this.language = language;
    }

    @Override
    public void saw(long line, ImportResult arrived) throws IOException {
        tally.count(arrived);
        var errors = arrived.faults().stream().map(fault -> fault.in(language)).toList();
        write(new Line(line, arrived.result(), arrived.id(), errors));
    }

    /** White space before a JSON text means nothing, but shows the client that the connection is alive. */
    @Override
    public void waits() throws IOException {
        out.write(' ');
        out.flush();
    }

    /** To be called when all lines are through: without this line, not all of them are. */
    void finish(boolean dryRun) throws IOException {
        write(Map.of("summary", tally.byName(), "dryRun", dryRun));
        out.flush();
    }

    private void write(Object line) throws IOException {
        out.write(DocumentJson.write(line).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /** What became of a line. */
    @Schema(name = "ImportedLine", description = "What became of one line of an import.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"line", "status", "id", "errors"})
    record Line(
            @Schema(description = "The number of the line; the first is 1.", minimum = "1")
            long line,

            @Schema(description = "What became of it.") ImportResult.Result status,

            @Schema(description = "The item it is about.") @Nullable
            UUID id,

            @Schema(
                    description = "What is wrong; also with something that was taken, but stays a draft.",
                    maxItems = 1000)
            List<Violation.Spoken> errors) {}
}
