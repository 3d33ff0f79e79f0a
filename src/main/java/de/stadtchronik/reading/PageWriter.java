package de.stadtchronik.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.query.PageEnd;
import de.stadtchronik.query.Sized;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes a page of a list, until it has all its entries or has grown long enough. */
final class PageWriter<T> {

    private final JsonGenerator out;
    private int written;
    private Optional<T> last = Optional.empty();

    PageWriter(JsonGenerator out) throws IOException {
        this.out = out;
        out.writeStartObject();
        out.writeArrayFieldStart("data");
    }

    interface Entry<T> {
        void write(T entry) throws IOException;
    }

    /** Writes its entries, as many as there is room for. */
    void write(List<T> entries, Entry<T> entry) throws IOException {
        for (var next : entries) {
            entry.write(next);
            written++;
            last = Optional.of(next);
            out.flush();
            if (((ByteArrayOutputStream) out.getOutputTarget()).size() > Sized.MOST) {
                return;
            }
        }
    }

    /**
     * Ends the page, and returns the address of the next.
     *
     * @param end what the page says at its end, by its last entry if another page follows
     * @param found how many entries there are, at least
     */
    Optional<String> end(Function<Optional<T>, PageEnd> end, int found) throws IOException {
        out.writeEndArray();
        var said = end.apply(found > written ? last : Optional.empty());
        out.writeObjectField("page", said.page());
        out.writeObjectField("links", said.links());
        out.writeEndObject();
        return said.next();
    }
}
