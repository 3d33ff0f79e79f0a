package de.stadtchronik.content;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Languages;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Answers reads of any type: takes the parameters of the request at hand, asks the store, and writes the JSON. */
@ApplicationScoped
public class Reader {

    private final ContentStore store;
    private final ResourceTypes types;
    private final Links links;
    private final ItemAddresses addresses;
    private final Previews previews;
    private final Caller caller;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Reader(
            ContentStore store,
            ResourceTypes types,
            Links links,
            ItemAddresses addresses,
            Previews previews,
            Caller caller,
            UriInfo uri,
            HttpHeaders headers) {
        this.store = store;
        this.types = types;
        this.links = links;
        this.addresses = addresses;
        this.previews = previews;
        this.caller = caller;
        this.uri = uri;
        this.headers = headers;
    }

    /**
     * One item: the public one, or, for those who may see it, its draft.
     *
     * @throws Problem NOT_FOUND if there is none with that id or slug, GONE with its tombstone if there is none any more,
     *     INVALID_PARAMETERS, INVALID_PREVIEW
     * @throws RedirectionException 308 if it has another slug by now, or became part of another
     */
    @Transactional
    public Answer item(ResourceType type, String idOrSlug) {
        var query = new Query(uri.getQueryParameters());
        var rendition = Rendering.take(query, types.listing(type), acceptLanguage());
        var preview = Rendering.preview(query);
        var draft = Rendering.draftWanted(query);
        query.finish();
        if (draft) {
            caller.requireActor(Role.AUTHOR);
            return Answer.of(store.draft(addresses.existing(type, idOrSlug)));
        }
        if (preview.isPresent()) {
            return preview(type, idOrSlug, preview.get(), rendition);
        }
        var row = addresses.publicRow(type, idOrSlug, rendition.languages());
        var surroundings = store.surroundings(List.of(row.id()), rendition.include());
        return answer(rendition, surroundings, List.of(row), Optional.empty(), (out, writer) -> {
            writer.write(row, Optional.empty(), out);
        });
    }

    /** The draft as the public would see it, for whoever has the link. */
    private Answer preview(ResourceType type, String idOrSlug, String token, Rendition rendition) {
        var row = addresses
                .find(type, idOrSlug)
                .flatMap(item -> store.row(item.id()))
                .filter(item -> previews.opens(token, item.id) && item.status != Status.DELETED)
                .orElseThrow(() -> new Problem(
                        ProblemType.INVALID_PREVIEW,
                        new Words(
                                "Der Link ist abgelaufen oder gehört nicht zu diesem Eintrag.",
                                "The link has expired or does not belong to this item.")));
        var shape = Shape.of(type.document());
        var projection = PublicProjection.of(DocumentJson.tree(row.current()), shape);
        return show(row, row.version, DocumentJson.write(projection), row.modifiedAt, rendition)
                .keptByNobody();
    }

    /** Any document of a row as it is, was or would be public. */
    private Answer show(Content row, int version, String stored, Instant modifiedAt, Rendition rendition) {
        var type = types.named(row.type);
        var walked = DocumentTree.ofStored(stored, Shape.of(type.document()), true);
        var document = DocumentJson.document(DocumentJson.tree(stored), type.document());
        var shown =
                PublicRow.showing(row, version, stored, new TreeSet<>(Drafts.languages(document, walked)), modifiedAt);
        var surroundings = store.surroundings(walked.references(), rendition.include());
        return answer(rendition, surroundings, List.of(shown), Optional.empty(), (out, writer) -> {
            writer.write(shown, Optional.empty(), out);
        });
    }

    /**
     * One published version as it was.
     *
     * @throws Problem NOT_FOUND, GONE, INVALID_PARAMETERS
     */
    @Transactional
    public Answer version(ResourceType type, String idOrSlug, int number) {
        var query = new Query(uri.getQueryParameters());
        var rendition = Rendering.take(query, types.listing(type), acceptLanguage());
        query.finish();
        var row = readable(type, idOrSlug, rendition.languages());
        var version = version(row, number);
        return asFarAsPublic(row, show(row, number, version.document(), version.modifiedAt(), rendition));
    }

    /**
     * The published versions, newest first: {@code {data: [{version, publishedAt, updateType?, changeNote?, url}], page,
     * links}}. Editors also see who published them.
     *
     * @throws Problem NOT_FOUND, GONE, INVALID_PARAMETERS
     */
    @Transactional
    public Answer versions(ResourceType type, String idOrSlug) {
        var query = new Query(uri.getQueryParameters());
        var languages = Rendering.language(query, acceptLanguage());
        var paging = VersionList.take(query);
        query.finish();
        var row = readable(type, idOrSlug, languages);
        var editor = caller.has(Role.AUTHOR);
        var found = store.versions(row, paging.below(), paging.limit() + 1);
        var answer = paging.answer(row, found, editor, languages, links, uri);
        return editor ? answer.keptByNobody() : answer;
    }

    /**
     * What one version changed against another: field by field, texts by words.
     *
     * @throws Problem NOT_FOUND, GONE, INVALID_PARAMETERS
     */
    @Transactional
    public Answer difference(ResourceType type, String idOrSlug, int number) {
        var query = new Query(uri.getQueryParameters());
        var from = VersionList.from(query, number - 1);
        query.finish();
        var row = readable(type, idOrSlug, Languages.accepted(acceptLanguage()));
        var newer = version(row, number);
        var older = from == 0
                ? DocumentJson.MAPPER.createObjectNode()
                : DocumentJson.tree(version(row, from).document());
        var difference = new VersionDifference(older, DocumentJson.tree(newer.document()));
        var answer = new Answer(
                difference.json(from, number).getBytes(StandardCharsets.UTF_8),
                Set.of(Languages.GERMAN),
                Optional.of(newer.modifiedAt()),
                Optional.empty(),
                Optional.empty(),
                false);
        return asFarAsPublic(row, answer);
    }

    private static Answer asFarAsPublic(Content row, Answer answer) {
        return row.visible ? answer : answer.keptByNobody();
    }

    private Version version(Content row, int number) {
        return store.version(row, number)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new Words("Es gibt keine Fassung %d.", "There is no version %d.").with(number)));
    }

    /** A row whose versions the one who asks may see: of what is not public, editors alone. */
    private Content readable(ResourceType type, String idOrSlug, Languages languages) {
        if (caller.has(Role.AUTHOR)) {
            return store.row(addresses.existing(type, idOrSlug)).orElseThrow();
        }
        var visible = addresses.publicRow(type, idOrSlug, languages);
        return store.row(visible.id()).orElseThrow();
    }

    /**
     * A page of the public items of a type.
     *
     * @throws Problem INVALID_PARAMETERS
     */
    @Transactional
    public Answer list(ResourceType type) {
        return list(types.listing(type), new Query(uri.getQueryParameters()));
    }

    /**
     * A page of the public items of all types.
     *
     * @throws Problem INVALID_PARAMETERS
     */
    @Transactional
    public Answer listEverything() {
        return list(types.everything(), new Query(uri.getQueryParameters()));
    }

    /** The newest public items of a type, in the language that the request at hand asks for. */
    @Transactional
    public Answer newest(ResourceType type, int limit) {
        var sort = type.defaultSort().equals("temporal") ? "-temporal" : type.defaultSort();
        return list(
                types.listing(type),
                new Query(Map.of(
                        "sort", List.of(sort),
                        "limit", List.of(Integer.toString(limit)),
                        "lang", List.of(language()))));
    }

    private Answer list(Listing listing, Query query) {
        var drafts = Rendering.draftWanted(query);
        var criteria = drafts ? listing.draftCriteria() : listing.criteria();
        var lookup = store.lookup(listing);
        listing.filters().forEach(filter -> filter.apply(query, criteria, lookup));
        var paging = Paging.take(query, listing);
        var rendition = Rendering.take(query, listing, acceptLanguage());
        query.finish();

        if (drafts) {
            caller.requireActor(Role.AUTHOR);
        }
        var total = paging.counted() ? OptionalLong.of(store.count(criteria)) : OptionalLong.empty();
        paging.after().ifPresent(position -> paging.order().continueAfter(position, criteria));
        if (drafts) {
            return draftList(listing, paging, criteria, total);
        }
        var found = store.list(criteria, paging.order().orderBy(listing.constantColumns()), paging.limit() + 1);
        var rows = found.subList(0, Math.min(found.size(), paging.limit()));
        var next = found.size() > rows.size()
                ? Optional.of(Cursor.after(rows.get(rows.size() - 1), paging.order()))
                : Optional.<String>empty();
        var surroundings = store.surroundings(rows.stream().map(PublicRow::id).toList(), rendition.include());
        var nextPage = next.map(cursor -> address(listing, cursor));
        return answer(rendition, surroundings, rows, nextPage, (out, writer) -> {
            out.writeStartObject();
            out.writeArrayFieldStart("data");
            for (var row : rows) {
                writer.write(row, criteria.certainty(row), out);
            }
            out.writeEndArray();
            writeEnd(listing, paging, next, nextPage, total, out);
        });
    }

    private void writeEnd(
            Listing listing,
            Paging paging,
            Optional<String> next,
            Optional<String> nextPage,
            OptionalLong total,
            JsonGenerator out)
            throws IOException {
        writePage(paging.limit(), next, total, out);
        out.writeObjectFieldStart("links");
        out.writeStringField("self", address(listing));
        if (nextPage.isPresent()) {
            out.writeStringField("next", nextPage.get());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    /** A page of what editors see: items as they were last written, drafts that were never published included. */
    private Answer draftList(Listing listing, Paging paging, Criteria criteria, OptionalLong total) {
        var found = store.rows(criteria, paging.order().orderBy(List.of()), paging.limit() + 1);
        var rows = found.subList(0, Math.min(found.size(), paging.limit()));
        var next = found.size() > rows.size()
                ? Optional.of(Cursor.after(position(rows.get(rows.size() - 1)), paging.order()))
                : Optional.<String>empty();
        var nextPage = next.map(cursor -> address(listing, cursor));
        return answer(Rendition.AS_WRITTEN, Surroundings.NONE, List.of(), nextPage, (out, writer) -> {
                    out.writeStartObject();
                    out.writeArrayFieldStart("data");
                    for (var row : rows) {
                        out.writeTree(DraftView.tree(row, types, links));
                    }
                    out.writeEndArray();
                    writeEnd(listing, paging, next, nextPage, total, out);
                })
                .keptByNobody();
    }

    private static PublicRow position(Content row) {
        return PublicRow.showing(row, row.version, "", Set.of(), row.modifiedAt);
    }

    /** The first language that the request at hand asks for. */
    public String language() {
        var query = new Query(uri.getQueryParameters());
        return Rendering.language(query, acceptLanguage()).first();
    }

    private static void writePage(int limit, Optional<String> next, OptionalLong total, JsonGenerator out)
            throws IOException {
        out.writeObjectFieldStart("page");
        out.writeNumberField("limit", limit);
        if (next.isPresent()) {
            out.writeStringField("next", next.get());
        }
        if (total.isPresent()) {
            out.writeNumberField("total", total.getAsLong());
        }
        out.writeEndObject();
    }

    private Answer answer(
            Rendition rendition,
            Surroundings surroundings,
            Collection<PublicRow> rows,
            Optional<String> next,
            Body body) {
        var bytes = new ByteArrayOutputStream(4096);
        var writer = new ItemWriter(types, links, rendition, surroundings);
        try (var out = DocumentJson.MAPPER.createGenerator(bytes)) {
            body.write(out, writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var newest = Stream.concat(rows.stream().map(PublicRow::modifiedAt), surroundings.modifications())
                .max(Comparator.<Instant>naturalOrder());
        var languages =
                writer.languagesUsed().isEmpty() ? Set.of(rendition.languages().first()) : writer.languagesUsed();
        return new Answer(bytes.toByteArray(), languages, newest, next, Optional.empty(), false);
    }

    /** What makes up the body of an answer. */
    private interface Body {
        void write(JsonGenerator out, ItemWriter writer) throws IOException;
    }

    private String acceptLanguage() {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
    }

    private String address(Listing listing) {
        return withQuery(listing).build().toString();
    }

    private String address(Listing listing, String cursor) {
        return withQuery(listing).replaceQueryParam("cursor", cursor).build().toString();
    }

    private UriBuilder withQuery(Listing listing) {
        return UriBuilder.fromUri(links.collection(listing.path()))
                .replaceQuery(uri.getRequestUri().getRawQuery());
    }
}
