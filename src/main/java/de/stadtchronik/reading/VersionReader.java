package de.stadtchronik.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.ContentRepository;
import de.stadtchronik.content.History;
import de.stadtchronik.content.PublicItems;
import de.stadtchronik.content.Version;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentTree;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.Reference;
import de.stadtchronik.document.ReferenceRewrite;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.Shape;
import de.stadtchronik.listing.Listings;
import de.stadtchronik.listing.ReadParameters;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.query.Query;
import de.stadtchronik.reading.Answer.Audience;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;

/** Answers reads of what items said before, of any type. */
@ApplicationScoped
public class VersionReader {

    private final Listings listings;
    private final ContentRepository contents;
    private final History history;
    private final PublicItems items;
    private final RelatedItemsReader related;
    private final Links links;
    private final Answers answers;
    private final ItemAddresses addresses;
    private final Caller caller;
    private final UriInfo uri;
    private final HttpHeaders headers;

    VersionReader(
            Listings listings,
            ContentRepository contents,
            History history,
            PublicItems items,
            RelatedItemsReader related,
            Links links,
            Answers answers,
            ItemAddresses addresses,
            Caller caller,
            UriInfo uri,
            HttpHeaders headers) {
        this.listings = listings;
        this.contents = contents;
        this.history = history;
        this.items = items;
        this.related = related;
        this.links = links;
        this.answers = answers;
        this.addresses = addresses;
        this.caller = caller;
        this.uri = uri;
        this.headers = headers;
    }

    /**
     * One published version as it was.
     *
     * @throws Problem NOT_FOUND, GONE, INVALID_PARAMETERS
     */
    @Transactional
    public Answer version(ResourceType type, String idOrSlug, int number) {
        var query = Query.of(uri);
        var options = ReadParameters.ofItem(query, listings.of(type), headers, false);
        query.finish();
        // Any change may take a reference from it.
        var changedAt = items.changedAt();
        var row = readable(type, idOrSlug, options.languages());
        var version = version(row, number);
        return forCaller(answers.showing(row, number, version.document(), version.modifiedAt(), options)
                .changed(changedAt));
    }

    /**
     * The published versions, newest first: {@code {data: [{version, publishedAt, updateType?, changeNote?, url}], page,
     * links}}. Editors also see who published them.
     *
     * @throws Problem NOT_FOUND, GONE, INVALID_PARAMETERS
     */
    @Transactional
    public Answer list(ResourceType type, String idOrSlug) {
        var query = Query.of(uri);
        var languages = ReadParameters.language(query, headers);
        var paging = VersionList.take(query);
        query.finish();
        var row = readable(type, idOrSlug, languages);
        var found = history.versions(row, paging.below(), paging.limit() + 1);
        return forCaller(paging.answer(row, found, caller.has(Role.AUTHOR), languages, links, uri));
    }

    /**
     * What one version changed against another: field by field, texts by words.
     *
     * @throws Problem NOT_FOUND, GONE, INVALID_PARAMETERS
     */
    @Transactional
    public Answer difference(ResourceType type, String idOrSlug, int number) {
        var query = Query.of(uri);
        var from = VersionList.from(query, number - 1);
        query.finish();
        var changedAt = items.changedAt();
        var row = readable(type, idOrSlug, Languages.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        var newer = version(row, number);
        var older = from == 0 ? DocumentJson.MAPPER.createObjectNode() : shown(version(row, from), type);
        var difference = new VersionDifference(older, shown(newer, type));
        return forCaller(new Answer(
                difference.json(from, number),
                Set.of(Languages.GERMAN),
                changedAt,
                Optional.empty(),
                Audience.EVERYBODY));
    }

    /** What a version said, for the public without references to what is not public. */
    private ObjectNode shown(Version version, ResourceType type) {
        var tree = DocumentJson.tree(version.document());
        if (!caller.has(Role.AUTHOR)) {
            var shape = Shape.of(type.document());
            var references = DocumentTree.ofStored(tree, shape, true).references();
            var known = related.around(references, Set.of()).labels();
            references.stream()
                    .map(Reference::target)
                    .filter(target -> !known.containsKey(target))
                    .forEach(target -> new ReferenceRewrite(target, Optional.empty()).apply(tree, shape));
        }
        return tree;
    }

    /** Editors see versions of what is gone, and who published them; no cache may give that to others. */
    private Answer forCaller(Answer answer) {
        return answer.forAudience(caller.has(Role.AUTHOR) ? Audience.ONE : Audience.PUBLIC);
    }

    private Version version(Content row, int number) {
        return history.version(row, number)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new BilingualText("Es gibt keine Fassung %d.", "There is no version %d.").with(number)));
    }

    /** A row whose versions the one who asks may see: of what is not public, editors alone. */
    private Content readable(ResourceType type, String idOrSlug, Languages languages) {
        if (caller.has(Role.AUTHOR)) {
            return contents.findByIdOptional(addresses.existing(type, idOrSlug)).orElseThrow();
        }
        var visible = addresses.publicRow(type, idOrSlug, languages);
        return contents.findByIdOptional(visible.id()).orElseThrow();
    }
}
