package de.stadtchronik.harvest.origin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Reads JSON from other servers: numbers exactly as written, and no more tokens than fit into memory. */
final class ForeignJson {

    /** Several times as many as a page of ours has; each takes some fifty bytes. */
    private static final long MOST_TOKENS = 300_000;

    private static final int DEEPEST = 100;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ForeignJson() {}

    /**
     * Reads an answer; empty if it holds more than it may.
     *
     * @throws OriginFailure if it is no JSON
     */
    static Optional<JsonNode> read(byte[] answer) {
        try {
            return Optional.of(MAPPER.readTree(answer));
        } catch (StreamConstraintsException tooMuch) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new OriginFailure("The answer is no JSON.", broken);
        }
    }
}
