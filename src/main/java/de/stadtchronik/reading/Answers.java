package de.stadtchronik.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.PublicRow;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.document.Shape;
import de.stadtchronik.listing.ReadOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes ready answers of what was read. */
@ApplicationScoped
class Answers {

    private final RelatedItemsReader related;
    private final ResourceTypes types;
    private final Links links;

    Answers(RelatedItemsReader related, ResourceTypes types, Links links) {
        this.related = related;
        this.types = types;
        this.links = links;
    }

    /** Any document of a row as it is, was or would be public. */
    Answer showing(Content row, int version, String stored, Instant modifiedAt, ReadOptions options) {
        var type = types.named(row.type);
        var tree = DocumentJson.tree(stored);
        var document = DocumentJson.document(tree, type.document());
        var walked = DocumentTree.ofStored(tree, Shape.of(type.document()), true);
        var shown = PublicRow.showing(row, version, stored, new TreeSet<>(walked.languagesOf(document)), modifiedAt);
        var relatedItems = related.around(walked.references(), options.include());
        return of(options, relatedItems, List.of(shown), Optional.empty(), (out, writer) -> {
            writer.write(shown, Optional.empty(), out);
        });
    }

    /** The answer that shows rows, with what is around them. */
    Answer of(
            ReadOptions options,
            RelatedItems relatedItems,
            Collection<PublicRow> rows,
            Optional<String> next,
            Body body) {
        var bytes = new ByteArrayOutputStream(4096);
        var writer = new ItemWriter(types, links, options, relatedItems);
        try (var out = DocumentJson.MAPPER.createGenerator(bytes)) {
            body.write(out, writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var newest = Stream.concat(rows.stream().map(PublicRow::modifiedAt), relatedItems.modifications())
                .max(Comparator.<Instant>naturalOrder());
        var languages =
                writer.languagesUsed().isEmpty() ? Set.of(options.languages().first()) : writer.languagesUsed();
        return new Answer(bytes.toByteArray(), languages, newest, next, Optional.empty(), Answer.Audience.EVERYBODY);
    }

    /** What makes up the body of an answer. */
    interface Body {
        void write(JsonGenerator out, ItemWriter writer) throws IOException;
    }
}
