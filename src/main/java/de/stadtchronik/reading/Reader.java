package de.stadtchronik.reading;

import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.connection.Workspace;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.ContentRepository;
import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.DraftViews;
import de.stadtchronik.content.PublicItems;
import de.stadtchronik.content.PublicRow;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.PublicProjection;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.Shape;
import de.stadtchronik.listing.FilterLookup;
import de.stadtchronik.listing.Listing;
import de.stadtchronik.listing.Listings;
import de.stadtchronik.listing.Paging;
import de.stadtchronik.listing.ReadOptions;
import de.stadtchronik.listing.ReadParameters;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.query.PageEnd;
import de.stadtchronik.query.Query;
import de.stadtchronik.query.Sized;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Answers reads of any type: takes the parameters of the request at hand, asks the store, and writes the JSON. */
@ApplicationScoped
public class Reader {

    private final Workspace workspace;
    private final Listings listings;
    private final FilterLookup lookup;
    private final PublicItems items;
    private final ContentRepository contents;
    private final RelatedItemsReader related;
    private final DraftViews drafts;
    private final Links links;
    private final Answers answers;
    private final SteadyReading steady;
    private final ItemAddresses addresses;
    private final Previews previews;
    private final Caller caller;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Reader(
            Workspace workspace,
            Listings listings,
            FilterLookup lookup,
            PublicItems items,
            ContentRepository contents,
            RelatedItemsReader related,
            DraftViews drafts,
            Links links,
            Answers answers,
            SteadyReading steady,
            ItemAddresses addresses,
            Previews previews,
            Caller caller,
            UriInfo uri,
            HttpHeaders headers) {
        this.workspace = workspace;
        this.listings = listings;
        this.lookup = lookup;
        this.items = items;
        this.contents = contents;
        this.related = related;
        this.drafts = drafts;
        this.links = links;
        this.answers = answers;
        this.steady = steady;
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
        return steady.read(() -> readItem(type, idOrSlug));
    }

    private Answer readItem(ResourceType type, String idOrSlug) {
        var query = Query.of(uri);
        var draft = ReadParameters.draftWanted(query);
        var options = ReadParameters.ofItem(query, listings.of(type), headers, draft);
        var preview = ReadParameters.preview(query);
        query.finish();
        if (draft) {
            caller.requireActor(Role.AUTHOR);
            return Answer.of(drafts.of(addresses.existing(type, idOrSlug)));
        }
        if (preview.isPresent()) {
            return preview(type, idOrSlug, preview.get(), options);
        }
        var row = addresses.publicRow(type, idOrSlug, options.languages());
        var relatedItems = related.around(List.of(row.id()), options.include());
        return answers.of(options, relatedItems, row);
    }

    /** The draft as the public would see it, for anyone who has the link. */
    private Answer preview(ResourceType type, String idOrSlug, String token, ReadOptions options) {
        var row = addresses
                .find(type, idOrSlug)
                .flatMap(item -> contents.findByIdOptional(item.id()))
                .filter(item -> previews.opens(token, item.id) && item.status != Status.DELETED)
                .orElseThrow(() -> new Problem(
                        ProblemType.INVALID_PREVIEW,
                        new BilingualText(
                                "Der Link ist abgelaufen oder gehört nicht zu diesem Eintrag.",
                                "The link has expired or does not belong to this item.")));
        var shape = Shape.of(type.document());
        var projection = PublicProjection.of(DocumentJson.tree(row.current()), shape);
        return answers.showing(row, row.version, DocumentJson.write(projection), row.modifiedAt, options)
                .forAudience(Answer.Audience.ONE);
    }

    /**
     * A page of the public items of a type.
     *
     * @throws Problem INVALID_PARAMETERS
     */
    @Transactional
    public Answer list(ResourceType type) {
        return steady.read(() -> list(listings.of(type), Query.of(uri)));
    }

    /**
     * A page of the public items of all types.
     *
     * @throws Problem INVALID_PARAMETERS
     */
    @Transactional
    public Answer listEverything() {
        return steady.read(() -> list(listings.ofAll(), Query.of(uri)));
    }

    /** Title and time of the newest public items of a type, in the language that the request at hand asks for. */
    @Transactional
    public Answer newest(ResourceType type, int limit) {
        var sort = type.defaultSort().equals("temporal") ? "-temporal" : type.defaultSort();
        var dated = Shape.of(type.document()).property("temporal").isPresent();
        return list(
                listings.of(type),
                new Query(Map.of(
                        "sort", List.of(sort),
                        "limit", List.of(Integer.toString(limit)),
                        "fields", List.of(dated ? "title,temporal" : "title"),
                        "lang", List.of(languages().first()))));
    }

    private Answer list(Listing listing, Query query) {
        var draftsWanted = ReadParameters.draftWanted(query);
        var criteria = draftsWanted ? listing.draftCriteria() : listing.criteria();
        listing.filters().forEach(filter -> filter.apply(query, criteria, lookup));
        var paging = Paging.take(query, listing);
        var options = ReadParameters.ofList(query, listing, headers, draftsWanted);
        query.finish();

        if (draftsWanted) {
            caller.requireActor(Role.AUTHOR);
        }
        var total = paging.counted() ? OptionalLong.of(items.count(criteria)) : OptionalLong.empty();
        paging.after().ifPresent(position -> paging.order().continueAfter(position, criteria));
        if (draftsWanted) {
            return draftList(listing, paging, criteria, total);
        }
        var beginning = items.beginning(
                listing.type(), criteria, paging.order().orderBy(listing.constantColumns()), paging.limit() + 1);
        var part = Sized.fitting(beginning.items(), paging.limit());
        return workspace.make(part.bytes(), () -> {
            var rows = items.rows(part.ids());
            var around = related.around(part.ids(), options.include());
            return answers.of(options, (out, writer) -> {
                beginning.changedAt().ifPresent(writer.facts()::shows);
                writer.facts().lists(listing, criteria, listings.ofAll().typeNames());
                var items = writer.with(around);
                var page = new PageWriter<PublicRow>(out);
                page.write(rows, row -> items.write(row, criteria.certainty(row), out));
                return page.end(last -> end(listing, paging, last, total), part.found());
            });
        });
    }

    private PageEnd end(Listing listing, Paging paging, Optional<PublicRow> last, OptionalLong total) {
        return PageEnd.of(
                links.collection(listing.path()), uri, paging.limit(), last.map(paging.order()::cursor), total);
    }

    /** A page of what editors see: items as they were last written, drafts that were never published included. */
    private Answer draftList(Listing listing, Paging paging, Criteria criteria, OptionalLong total) {
        var part = Sized.fitting(
                contents.sizes(criteria, paging.order().orderBy(List.of()), paging.limit() + 1), paging.limit());
        return answers.of(ReadOptions.AS_WRITTEN, (out, writer) -> {
                    var page = new PageWriter<Content>(out);
                    page.write(contents.rows(part.ids()), row -> out.writeTree(drafts.tree(row)));
                    return page.end(last -> end(listing, paging, last.map(Reader::position), total), part.found());
                })
                .forAudience(Answer.Audience.ONE);
    }

    private static PublicRow position(Content row) {
        return PublicRow.showing(row, row.version, "", "", Set.of(), row.modifiedAt);
    }

    /** The languages that the request at hand asks for. */
    public Languages languages() {
        return ReadParameters.language(Query.of(uri), headers);
    }
}
