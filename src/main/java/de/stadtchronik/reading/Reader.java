package de.stadtchronik.content;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Answers reads of any type: takes the parameters of the request at hand, asks the store, and writes the JSON. */
@ApplicationScoped
public class Reader {

    private final ContentStore store;
    private final ResourceTypes types;
    private final Links links;
    private final Answers answers;
    private final ItemAddresses addresses;
    private final Previews previews;
    private final Caller caller;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Reader(
            ContentStore store,
            ResourceTypes types,
            Links links,
            Answers answers,
            ItemAddresses addresses,
            Previews previews,
            Caller caller,
            UriInfo uri,
            HttpHeaders headers) {
        this.store = store;
        this.types = types;
        this.links = links;
        this.answers = answers;
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
        return answers.of(rendition, surroundings, List.of(row), Optional.empty(), (out, writer) -> {
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
        return answers.showing(row, row.version, DocumentJson.write(projection), row.modifiedAt, rendition)
                .keptByNobody();
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
        return answers.of(rendition, surroundings, rows, nextPage, (out, writer) -> {
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
        return answers.of(Rendition.AS_WRITTEN, Surroundings.NONE, List.of(), nextPage, (out, writer) -> {
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
