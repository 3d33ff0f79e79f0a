package de.stadtchronik.reading;

import de.stadtchronik.content.Content;
import de.stadtchronik.content.Version;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Links;
import de.stadtchronik.listing.ReadParameters;
import de.stadtchronik.query.FirstPart;
import de.stadtchronik.query.PageEnd;
import de.stadtchronik.query.PageLimit;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Languages;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page of the versions of an item, newest first.
 *
 * @param limit how many it has at most
 * @param below the number under which it begins, which is also its cursor
 */
public record VersionList(int limit, int below) {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Parameter CURSOR = Parameter.matching(
            "cursor", "Where the page begins: `page.next` of the page before. Opaque.", "^[0-9]+$", 9);
    private static final Parameter FROM = Parameter.matching(
            "from", "The version to compare with, 0 for none; the one before if absent.", "^[0-9]+$", 9);

    public static List<Parameter> parameters() {
        return List.of(ReadParameters.LANG, PageLimit.PARAMETER, CURSOR);
    }

    public static List<Parameter> differenceParameters() {
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
                    new BilingualText("%s nimmt die Nummer einer Fassung.", "%s takes the number of a version."),
                    List.of());
            return Optional.empty();
        });
    }

    /** @param found the versions of the page, and one more if there is a next page */
    Answer answer(Content row, List<Version> found, boolean withActor, Languages languages, Links links, UriInfo uri) {
        var part = FirstPart.of(found, limit);
        var answer = DocumentJson.MAPPER.createObjectNode();
        var data = answer.putArray("data");
        for (var version : part.entries()) {
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
        var end = PageEnd.of(
                links.item(row.type, row.id) + "/versions",
                uri,
                limit,
                part.last().map(last -> String.valueOf(last.number())),
                OptionalLong.empty());
        answer.putPOJO("page", end.page()).putPOJO("links", end.links());
        return new Answer(
                DocumentJson.write(answer),
                Set.of(languages.first()),
                part.entries().stream().map(Version::modifiedAt).findFirst(),
                end.next(),
                Answer.Audience.EVERYBODY);
    }
}
