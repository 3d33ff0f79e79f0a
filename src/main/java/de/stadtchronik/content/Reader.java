package de.stadtchronik.content;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Answers reads of any type: takes the parameters of the request at hand, asks the store, and writes the JSON. */
@ApplicationScoped
public class Reader {

    private final ContentStore store;
    private final ResourceTypes types;
    private final Links links;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Reader(ContentStore store, ResourceTypes types, Links links, UriInfo uri, HttpHeaders headers) {
        this.store = store;
        this.types = types;
        this.links = links;
        this.uri = uri;
        this.headers = headers;
    }

    /**
     * One public item.
     *
     * @throws Problem NOT_FOUND if there is none with that id or slug, INVALID_PARAMETERS
     */
    @Transactional
    public Answer item(ResourceType type, String idOrSlug) {
        var query = new Query(uri.getQueryParameters());
        var rendition = Rendering.take(query, types.listing(type), acceptLanguage());
        query.finish();
        var row = find(type, idOrSlug).orElseThrow(() -> notFound(type, idOrSlug));
        var surroundings = store.surroundings(List.of(row.id()), rendition.include());
        return answer(rendition, surroundings, List.of(row), Optional.empty(), (out, writer) -> {
            writer.write(row, Optional.empty(), out);
        });
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
        var criteria = listing.criteria();
        var lookup = store.lookup(listing);
        listing.filters().forEach(filter -> filter.apply(query, criteria, lookup));
        var paging = Paging.take(query, listing);
        var rendition = Rendering.take(query, listing, acceptLanguage());
        query.finish();

        var total = paging.counted() ? OptionalLong.of(store.count(criteria)) : OptionalLong.empty();
        paging.after().ifPresent(position -> paging.order().continueAfter(position, criteria));
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
            writePage(paging.limit(), next, total, out);
            out.writeObjectFieldStart("links");
            out.writeStringField("self", address(listing));
            if (nextPage.isPresent()) {
                out.writeStringField("next", nextPage.get());
            }
            out.writeEndObject();
            out.writeEndObject();
        });
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

    private Optional<PublicRow> find(ResourceType type, String idOrSlug) {
        if (Slug.isUuidShaped(idOrSlug)) {
            return store.publicItem(type, UUID.fromString(idOrSlug.toLowerCase(Locale.ROOT)));
        }
        return Slug.isWellFormed(idOrSlug) ? store.publicItem(type, idOrSlug) : Optional.empty();
    }

    private Problem notFound(ResourceType type, String idOrSlug) {
        return new Problem(
                ProblemType.NOT_FOUND,
                new Words(
                                "Unter %s gibt es nichts Veröffentlichtes mit der Id oder dem Kurznamen „%s“.",
                                "There is nothing published under %s with the id or slug “%s”.")
                        .with("/v1/" + type.path(), idOrSlug));
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
        return new Answer(bytes.toByteArray(), languages, newest, next);
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
