package de.stadtchronik.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The place of a property in the output. It comes to be only when there is something to put there. */
final class LazyField {

    private final JsonGenerator out;
    private final String name;
    private final boolean many;
    private boolean opened;

    LazyField(JsonGenerator out, String name, boolean many) {
        this.out = out;
        this.name = name;
        this.many = many;
    }

    /** The generator, ready for a value. */
    JsonGenerator open() throws IOException {
        if (!opened) {
            out.writeFieldName(name);
            if (many) {
                out.writeStartArray();
            }
            opened = true;
        }
        return out;
    }

    /** Ends the property; false if nothing was ever put there. */
    boolean close() throws IOException {
        if (opened && many) {
            out.writeEndArray();
        }
        return opened;
    }
}
