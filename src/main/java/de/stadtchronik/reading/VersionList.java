package de.stadtchronik.content;

import de.stadtchronik.text.Languages;
import de.stadtchronik.text.Words;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page of the versions of an item, newest first.
 *
 * @param limit how many it has at most
 * @param below the number under which it begins, which is also its cursor
 */
record VersionList(int limit, int below) {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Parameter CURSOR = Parameter.matching(
            "cursor", "Where the page begins: `page.next` of the page before. Opaque.", "^[0-9]+$", 9);
    private static final Parameter FROM = Parameter.matching(
            "from", "The version to compare with, 0 for none; the one before if absent.", "^[0-9]+$", 9);

    static List<Parameter> parameters() {
        return List.of(Rendering.LANG, PageLimit.PARAMETER, CURSOR);
    }

    static List<Parameter> differenceParameters() {
        return List.of(FROM);
    }

    static VersionList take(Query query) {
        return new VersionList(PageLimit.take(query), number(query, CURSOR).orElse(Integer.MAX_VALUE));
    }

    static int from(Query query, int before) {
        return number(query, FROM).orElse(before);
    }

    private static Optional<Integer> number(Query query, Parameter parameter) {
        return query.take(parameter).flatMap(text -> {
            if (NUMBER.matcher(text).matches()) {
                return Optional.of(Integer.valueOf(text));
            }
            query.fault(
                    parameter,
                    "malformed-number",
                    new Words("%s nimmt die Nummer einer Fassung.", "%s takes the number of a version."),
                    List.of());
            return Optional.empty();
        });
    }

    /** @param found the versions of the page, and one more if there is a next page */
    Answer answer(Content row, List<Version> found, boolean withActor, Languages languages, Links links, UriInfo uri) {
        var versions = found.subList(0, Math.min(limit, found.size()));
        var answer = DocumentJson.MAPPER.createObjectNode();
        var data = answer.putArray("data");
        for (var version : versions) {
            var entry = data.addObject()
                    .put("version", version.number())
                    .put("publishedAt", version.modifiedAt().toString())
                    .put("url", links.version(row.type, row.id, version.number()));
            if (version.updateType() != null) {
                entry.put("updateType", version.updateType().name());
            }
            if (version.changeNote() != null) {
                var texts = DocumentJson.label(version.changeNote()).texts();
                languages.best(texts.keySet()).ifPresent(tag -> entry.put("changeNote", texts.get(tag)));
            }
            if (withActor && version.publishedBy() != null) {
                entry.put("publishedBy", version.publishedBy());
            }
        }
        var page = answer.putObject("page").put("limit", limit);
        var self = UriBuilder.fromUri(links.item(row.type, row.id) + "/versions")
                .replaceQuery(uri.getRequestUri().getRawQuery());
        var addresses = answer.putObject("links").put("self", self.build().toString());
        Optional<String> next = Optional.empty();
        if (found.size() > limit) {
            var cursor = String.valueOf(versions.get(limit - 1).number());
            page.put("next", cursor);
            next = Optional.of(self.replaceQueryParam("cursor", cursor).build().toString());
            addresses.put("next", next.get());
        }
        return new Answer(
                DocumentJson.write(answer).getBytes(StandardCharsets.UTF_8),
                Set.of(languages.first()),
                versions.stream().map(Version::modifiedAt).findFirst(),
                next,
                Optional.empty(),
                Answer.Audience.EVERYBODY);
    }
}
