package de.stadtchronik.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import de.stadtchronik.content.PublicRow;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.document.Shape;
import de.stadtchronik.listing.ReadOptions;
import de.stadtchronik.text.Languages;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.time.Certainty;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/**
 * Gives out items: streams the stored document once and, on the way, picks the language, adds labels to references and
 * what follows from dates. No object is built of it.
 */
public final class ItemWriter {

    private static final JsonFactory JSON = DocumentJson.MAPPER.getFactory();

    private final ResourceTypes types;
    private final Links links;
    private final ReadOptions options;
    private final RelatedItems relatedItems;
    private final AnswerFacts facts;

    public ItemWriter(ResourceTypes types, Links links, ReadOptions options, RelatedItems relatedItems) {
        this(types, links, options, relatedItems, new AnswerFacts());
    }

    ItemWriter(ResourceTypes types, Links links, ReadOptions options, RelatedItems relatedItems, AnswerFacts facts) {
        this.types = types;
        this.links = links;
        this.options = options;
        this.relatedItems = relatedItems;
        this.facts = facts;
    }

    /** A writer of the same answer, for items with others around them. */
    ItemWriter with(RelatedItems around) {
        facts.shows(around);
        return new ItemWriter(types, links, options, around, facts);
    }

    /** What is noted of the answer. */
    AnswerFacts facts() {
        return facts;
    }

    /** Writes one item as a flat object. */
    public void write(PublicRow row, Optional<Certainty> certainty, JsonGenerator out) throws IOException {
        facts.shows(row);
        write(row, certainty, this::writeDocument, out);
    }

    /**
     * Writes a row as it was written, of which every reference is public: then the document is given as it is stored.
     *
     * @param out writes UTF-8 to a stream
     */
    public void writeWhole(PublicRow row, JsonGenerator out) throws IOException {
        write(row, Optional.empty(), ItemWriter::writeStored, out);
    }

    private void write(PublicRow row, Optional<Certainty> certainty, Body body, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", row.id().toString());
        out.writeStringField("type", row.type());
        out.writeStringField("url", links.item(row.type(), row.id()));
        var page = links.page(row.type(), row.slug());
        if (page.isPresent()) {
            writeIfShown("webUrl", page.get(), out);
        }
        if (certainty.isPresent()) {
            out.writeStringField("certainty", certainty.get().name());
        }
        writeIfShown("status", row.status().name(), out);
        if (options.shows("version")) {
            out.writeNumberField("version", row.version());
        }
        writeIfShown("createdAt", row.createdAt().toString(), out);
        writeIfShown("modifiedAt", row.modifiedAt().toString(), out);
        var texts = new TextPicker(options, facts.languages());
        if (row.notice().isPresent() && options.shows("notice")) {
            writeNotice(DocumentJson.label(row.notice().get()), texts, out);
        }
        body.write(row, texts, out);
        writeLanguages(row, texts, out);
        out.writeEndObject();
    }

    private void writeNotice(LocalizedText notice, TextPicker texts, JsonGenerator out) throws IOException {
        if (options.asWritten()) {
            out.writePOJOField("notice", notice);
        } else {
            writeIfThere("notice", texts.pickLabel(notice.texts()), out);
        }
    }

    private static void writeIfThere(String name, Optional<String> text, JsonGenerator out) throws IOException {
        if (text.isPresent()) {
            out.writeStringField(name, text.get());
        }
    }

    /** How the properties of the document come into the object. */
    private interface Body {
        void write(PublicRow row, TextPicker texts, JsonGenerator out) throws IOException;
    }

    /** Byte by byte, which is much faster; a document is never empty, and something was written before it. */
    private static void writeStored(PublicRow row, TextPicker texts, JsonGenerator out) throws IOException {
        var object = row.published().getBytes(StandardCharsets.UTF_8);
        out.writeRaw(',');
        out.flush();
        ((OutputStream) out.getOutputTarget()).write(object, 1, object.length - 2);
    }

    private void writeDocument(PublicRow row, TextPicker texts, JsonGenerator out) throws IOException {
        var shape = Shape.of(types.named(row.type()).document());
        if (shape.property("title").isEmpty() && !options.asWritten()) {
            texts.isIn("title");
            var names = DocumentJson.label(row.label()).texts();
            writeIfThere("title", shape.isTranslated() ? texts.pick(names) : texts.pickLabel(names), out);
        }
        try (var in = JSON.createParser(row.published())) {
            in.nextToken();
            var copy = new DocumentCopy(in, options, texts, this::writeReference);
            while (in.nextToken() != JsonToken.END_OBJECT) {
                var name = in.currentName();
                in.nextToken();
                if (shape.property(name).filter(options::shows).isPresent()) {
                    texts.isIn(name);
                    copy.property(shape, name, options.include().contains(name), out);
                } else {
                    in.skipChildren();
                }
            }
        }
    }

    private void writeLanguages(PublicRow row, TextPicker texts, JsonGenerator out) throws IOException {
        var available = row.availableLanguages();
        if (!options.asWritten()) {
            writeIfShown("language", options.languages().best(available).orElse(Languages.GERMAN), out);
        }
        if (options.shows("availableLanguages")) {
            writeWords("availableLanguages", available, out);
        }
        if (!texts.fellBack().isEmpty()) {
            out.writeBooleanField("fallback", true);
            writeWords("fallbackFields", texts.fellBack(), out);
        }
    }

    private static void writeWords(String name, Collection<String> words, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (var word : words) {
            out.writeString(word);
        }
        out.writeEndArray();
    }

    private void writeReference(String id, boolean withItem, TextPicker texts, LazyField to) throws IOException {
        var label = relatedItems.label(id);
        if (label.isEmpty()) {
            return;
        }
        var out = to.open();
        if (options.asWritten()) {
            out.writeString(id);
            return;
        }
        var target = label.get();
        out.writeStartObject();
        out.writeStringField("id", target.id().toString());
        out.writeStringField("type", target.type());
        out.writeStringField("slug", target.slug());
        writeIfThere("title", texts.pickLabel(DocumentJson.label(target.label()).texts()), out);
        out.writeStringField("url", links.item(target.type(), target.id()));
        var item = withItem ? relatedItems.item(target.id()) : Optional.<PublicRow>empty();
        if (item.isPresent()) {
            out.writeFieldName("item");
            new ItemWriter(types, links, options.ofIncluded(), relatedItems, facts)
                    .write(item.get(), Optional.empty(), out);
        }
        out.writeEndObject();
    }

    private void writeIfShown(String name, String value, JsonGenerator out) throws IOException {
        if (options.shows(name)) {
            out.writeStringField(name, value);
        }
    }
}
