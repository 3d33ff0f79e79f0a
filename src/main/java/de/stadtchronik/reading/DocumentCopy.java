package de.stadtchronik.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import de.stadtchronik.document.Shape;
import de.stadtchronik.document.Shape.Property;
import de.stadtchronik.listing.ReadOptions;
import de.stadtchronik.text.Markdown;
import de.stadtchronik.time.Duration8601;
import de.stadtchronik.time.Edtf;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies the tokens of one stored document to the outside, property by property. Each method finds the parser at the
 * first token of a value and leaves it at the last.
 */
final class DocumentCopy {

    private final JsonParser in;
    private final ReadOptions options;
    private final TextPicker texts;
    private final References references;

    DocumentCopy(JsonParser in, ReadOptions options, TextPicker texts, References references) {
        this.in = in;
        this.options = options;
        this.texts = texts;
        this.references = references;
    }

    /** What writes the reference to an item by its id, with the item itself if wanted; nothing if it is not public. */
    interface References {
        void write(String id, boolean withItem, TextPicker texts, LazyField to) throws IOException;
    }

    /**
     * Copies one property; false if nothing of it is to be seen and it was left out.
     *
     * @param withItems whether references below it are to carry the items they point to
     */
    boolean property(Shape shape, String name, boolean withItems, JsonGenerator out) throws IOException {
        var known = shape.property(name);
        if (known.isEmpty()) {
            in.skipChildren();
            return false;
        }
        var property = known.get();
        var to = new LazyField(out, name, property.many());
        if (property.many()) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                value(property, withItems, to);
            }
        } else {
            value(property, withItems, to);
        }
        return to.close();
    }

    private void value(Property property, boolean withItems, LazyField to) throws IOException {
        switch (property.kind()) {
            case PLAIN -> to.open().copyCurrentStructureExact(in);
            case TEXT, MARKDOWN -> text(property, to);
            case REFERENCE -> reference(withItems, to);
            case EXTENT -> extent(property, to);
            case NESTED -> nested(property, withItems, to);
        }
    }

    private void text(Property property, LazyField to) throws IOException {
        var map = languageMap();
        if (options.asWritten()) {
            texts.noteAll(map.keySet());
            var out = to.open();
            out.writeStartObject();
            for (var text : map.entrySet()) {
                out.writeStringField(text.getKey(), text.getValue());
            }
            out.writeEndObject();
            return;
        }
        var text = texts.pick(map);
        if (text.isPresent()) {
            to.open()
                    .writeString(
                            property.kind() == Shape.Kind.MARKDOWN
                                    ? Markdown.render(text.get(), options.bodyFormat())
                                    : text.get());
        }
    }

    private Map<String, String> languageMap() throws IOException {
        var map = new LinkedHashMap<String, String>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var tag = in.currentName();
            in.nextToken();
            map.put(tag, in.getText());
        }
        return map;
    }

    /** An id, or an object with a title for what has no item. */
    private void reference(boolean withItems, LazyField to) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            references.write(in.getText(), withItems, texts, to);
        } else {
            title(to.open());
        }
    }

    /** {@code {"title": …}}, whose language is as little this item's affair as that of any label. */
    private void title(JsonGenerator out) throws IOException {
        out.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            in.nextToken();
            if (options.asWritten()) {
                out.writeFieldName(name);
                out.copyCurrentStructure(in);
            } else {
                var label = texts.pickLabel(languageMap());
                if (label.isPresent()) {
                    out.writeStringField(name, label.get());
                }
            }
        }
        out.writeEndObject();
    }

    private void extent(Property property, LazyField to) throws IOException {
        if (options.asWritten()) {
            to.open().copyCurrentStructure(in);
            return;
        }
        var out = to.open();
        out.writeStartObject();
        @Nullable String edtf = null;
        @Nullable String duration = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            in.nextToken();
            switch (name) {
                case "edtf" -> edtf = in.getText();
                case "duration" -> duration = in.getText();
                default -> {}
            }
            property(property.shape(), name, false, out);
        }
        ExtentFields.write(
                edtf == null ? null : Edtf.parse(edtf),
                duration == null ? null : Duration8601.parse(duration),
                options.languages().first(),
                out);
        out.writeEndObject();
    }

    /** A participation says nothing any more once its participant is not public. */
    private void nested(Property property, boolean withItems, LazyField to) throws IOException {
        var shape = property.shape();
        if (shape.qualifier().isEmpty()) {
            object(shape, withItems, to.open());
            return;
        }
        try (var buffer = new TokenBuffer(in)) {
            if (object(shape, withItems, buffer)) {
                buffer.serialize(to.open());
            }
        }
    }

    /** Copies an object; false if it held references and none of them could be given out. */
    private boolean object(Shape shape, boolean withItems, JsonGenerator out) throws IOException {
        var held = false;
        var given = false;
        out.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            in.nextToken();
            var refers = shape.property(name)
                    .filter(property -> property.kind() == Shape.Kind.REFERENCE)
                    .isPresent();
            var written = property(shape, name, withItems, out);
            held |= refers;
            given |= refers && written;
        }
        out.writeEndObject();
        return given || !held;
    }
}
