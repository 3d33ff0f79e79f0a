package de.stadtchronik.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.time.Display;
import de.stadtchronik.time.Duration8601;
import de.stadtchronik.time.Edtf;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What follows from an extent of time and is given out beside it, so that no client has to read EDTF. */
final class ExtentFields {

    private ExtentFields() {}

    static void write(@Nullable Edtf edtf, @Nullable Duration8601 duration, String language, JsonGenerator out)
            throws IOException {
        if (edtf != null) {
            if (edtf.earliest().isPresent()) {
                out.writeStringField("earliest", edtf.earliest().get());
            }
            if (edtf.latest().isPresent()) {
                out.writeStringField("latest", edtf.latest().get());
            }
            out.writeStringField("precision", edtf.precision().name());
            writeIf(edtf.approximate(), "approximate", out);
            writeIf(edtf.uncertain(), "uncertain", out);
            writeIf(edtf.openEnd(), "openEnd", out);
        }
        out.writeStringField("display", Display.of(edtf, duration, language));
    }

    private static void writeIf(boolean holds, String name, JsonGenerator out) throws IOException {
        if (holds) {
            out.writeBooleanField(name, true);
        }
    }
}
