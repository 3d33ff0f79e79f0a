package de.stadtchronik.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.connection.Workspace;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes ready answers of what was read. */
@ApplicationScoped
class Answers {

    private final Workspace workspace;
    private final RelatedItemsReader related;
    private final ResourceTypes types;
    private final Links links;

    Answers(Workspace workspace, RelatedItemsReader related, ResourceTypes types, Links links) {
        this.workspace = workspace;
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
        var shown = PublicRow.showing(
                row,
                version,
                DocumentJson.write(document.label()),
                stored,
                new TreeSet<>(walked.languagesOf(document)),
                modifiedAt);
        var relatedItems = related.around(walked.references(), options.include());
        return of(options, relatedItems, shown);
    }

    /** The answer that shows one row, with what is around it. */
    Answer of(ReadOptions options, RelatedItems relatedItems, PublicRow row) {
        var bytes = row.published().length()
                + relatedItems.included().values().stream()
                        .mapToInt(item -> item.published().length())
                        .sum();
        return workspace.make(
                bytes,
                () -> of(options, (out, writer) -> {
                    writer.with(relatedItems).write(row, Optional.empty(), out);
                    return Optional.empty();
                }));
    }

    Answer of(ReadOptions options, Body body) {
        var bytes = new ByteArrayOutputStream(4096);
        var facts = new AnswerFacts();
        var writer = new ItemWriter(types, links, options, RelatedItems.NONE, facts);
        Optional<String> next;
        try (var out = DocumentJson.MAPPER.createGenerator(bytes)) {
            next = body.write(out, writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var languages = facts.languages().isEmpty() ? Set.of(options.languages().first()) : facts.languages();
        return new Answer(
                bytes.toByteArray(),
                options.asWritten(),
                languages,
                facts.newest(),
                next,
                Optional.empty(),
                Answer.Audience.EVERYBODY,
                Optional.of(facts.basis()));
    }

    /** What makes up the body of an answer; it returns the address of the next page, if there is one. */
    interface Body {
        Optional<String> write(JsonGenerator out, ItemWriter writer) throws IOException;
    }
}
