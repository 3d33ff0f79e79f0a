package de.stadtchronik.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import de.stadtchronik.content.Answer.Audience;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Languages;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Answers reads of what items said before, of any type. */
@ApplicationScoped
public class VersionReader {

    private final ContentStore store;
    private final ResourceTypes types;
    private final Links links;
    private final Answers answers;
    private final ItemAddresses addresses;
    private final Caller caller;
    private final UriInfo uri;
    private final HttpHeaders headers;

    VersionReader(
            ContentStore store,
            ResourceTypes types,
            Links links,
            Answers answers,
            ItemAddresses addresses,
            Caller caller,
            UriInfo uri,
            HttpHeaders headers) {
        this.store = store;
        this.types = types;
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
        var query = new Query(uri.getQueryParameters());
        var rendition = Rendering.take(query, types.listing(type), acceptLanguage());
        query.finish();
        var row = readable(type, idOrSlug, rendition.languages());
        var version = version(row, number);
        return forCaller(answers.showing(row, number, version.document(), version.modifiedAt(), rendition));
    }

    /**
     * The published versions, newest first: {@code {data: [{version, publishedAt, updateType?, changeNote?, url}], page,
     * links}}. Editors also see who published them.
     *
     * @throws Problem NOT_FOUND, GONE, INVALID_PARAMETERS
     */
    @Transactional
    public Answer list(ResourceType type, String idOrSlug) {
        var query = new Query(uri.getQueryParameters());
        var languages = Rendering.language(query, acceptLanguage());
        var paging = VersionList.take(query);
        query.finish();
        var row = readable(type, idOrSlug, languages);
        var found = store.versions(row, paging.below(), paging.limit() + 1);
        return forCaller(paging.answer(row, found, caller.has(Role.AUTHOR), languages, links, uri));
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
        var older = from == 0 ? DocumentJson.MAPPER.createObjectNode() : shown(version(row, from), type);
        var difference = new VersionDifference(older, shown(newer, type));
        var answer = new Answer(
                difference.json(from, number).getBytes(StandardCharsets.UTF_8),
                Set.of(Languages.GERMAN),
                Optional.of(newer.modifiedAt()),
                Optional.empty(),
                Optional.empty(),
                Answer.Audience.EVERYBODY);
        return forCaller(answer);
    }

    /** What a version said, for the public without references to what is not public. */
    private ObjectNode shown(Version version, ResourceType type) {
        var tree = DocumentJson.tree(version.document());
        if (!caller.has(Role.AUTHOR)) {
            var shape = Shape.of(type.document());
            var references = DocumentTree.ofStored(tree, shape, true).references();
            var known = store.surroundings(references, Set.of()).labels();
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

    private String acceptLanguage() {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
    }
}
