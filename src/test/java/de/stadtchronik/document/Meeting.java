package de.stadtchronik.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A small record with all that a walk through a document meets. */
public record Meeting(
        @Text(max = 100) LocalizedText title,
        @Size(max = 10) String room,
        Integer guests,
        @Targets("PLACE") Ref place,
        @Targets("TOPIC") List<Ref> topics,
        List<@Valid Speaker> speakers) {

    public static final Shape SHAPE = Shape.of(Meeting.class);

    /** Says nothing without the person. */
    public record Speaker(@NotNull @Targets("PERSON") Ref person, SpeakerRole role) {}

    public enum SpeakerRole {
        HOST,
        GUEST
    }

    /** The tree of a document, written with single quotes. */
    public static ObjectNode tree(String json) {
        try {
            return (ObjectNode) DocumentJson.MAPPER.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
