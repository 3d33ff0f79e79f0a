package de.stadtchronik.listing;

import de.stadtchronik.document.Shape;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.BodyFormat;
import de.stadtchronik.text.Languages;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parameters that say how items are given out, the same for one item and for a list. */
public final class ReadParameters {

    public static final List<String> USUAL_LANGUAGES =
            List.of(Languages.GERMAN, Languages.ENGLISH, Languages.PLAIN_GERMAN);

    /** Stands for all properties, as for all languages. */
    static final String ALL = "*";

    static final Parameter VIEW = Parameter.oneOf(
            "view",
            "`draft` shows what editors work on, as it is written, drafts that were never published included. Needs a key "
                    + "with the role `author`.",
            List.of("draft"));
    static final Parameter PREVIEW = Parameter.matching(
            "preview",
            "The token of a preview link: shows the draft as it would be published.",
            "^[A-Za-z0-9_-]+$",
            100);
    private static final List<String> SYSTEM_FIELDS = List.of(
            ALL,
            "id",
            "type",
            "url",
            "title",
            "webUrl",
            "status",
            "version",
            "createdAt",
            "modifiedAt",
            "notice",
            "language",
            "availableLanguages");
    private static final List<String> BODY_FORMATS = Arrays.stream(BodyFormat.values())
            .map(format -> format.name().toLowerCase(Locale.ROOT))
            .toList();

    public static final Parameter LANG = Parameter.matching(
                    "lang",
                    "The language of the texts, as BCP 47 tag: `de` (the default), `en`, `de-simple` (plain language), or "
                            + "another. Wins over `Accept-Language`. What is missing falls back to German and is marked with "
                            + "`fallback` and `fallbackFields`. `*` gives the document as it was written: all languages, references as ids.",
                    "^(\\*|[A-Za-z0-9-]{2,35})$",
                    35)
            .like("de");
    private static final Parameter BODY_FORMAT = Parameter.oneOf(
                    "bodyFormat",
                    "How texts that were written in Markdown are given out: as cleaned HTML (the default), as written, or "
                            + "as plain text.",
                    BODY_FORMATS)
            .like("html");

    private static final BilingualText WHOLE = new BilingualText(
            "%s geht nicht mit view=draft: Entwürfe kommen ganz.",
            "%s does not go with view=draft: drafts come whole.");
    private static final BilingualText IDS_ONLY = new BilingualText(
            "%s geht nicht mit lang=* oder view=draft: was geschrieben ist, verweist mit ids.",
            "%s does not go with lang=* or view=draft: what is written refers by ids.");

    private ReadParameters() {}

    static List<Parameter> parameters(Listing listing) {
        return List.of(LANG, BODY_FORMAT, listing.fields(), listing.include());
    }

    public static boolean draftWanted(Query query) {
        return query.takeWord(VIEW).isPresent();
    }

    public static Optional<String> preview(Query query) {
        return query.take(PREVIEW);
    }

    /**
     * How the items of a list are wanted.
     *
     * @param draft whether drafts are wanted, which come whole and as they are written
     */
    public static ReadOptions ofList(Query query, Listing listing, HttpHeaders headers, boolean draft) {
        return take(query, listing, headers, draft, Set.of());
    }

    /** How an item is wanted that was asked for by itself. */
    public static ReadOptions ofItem(Query query, Listing listing, HttpHeaders headers, boolean draft) {
        return take(query, listing, headers, draft, Set.of(ALL));
    }

    private static ReadOptions take(
            Query query, Listing listing, HttpHeaders headers, boolean draft, Set<String> usualFields) {
        var lang = query.take(LANG);
        var asWritten = lang.filter(ALL::equals).isPresent();
        var languages = asWritten ? Languages.DEFAULT : language(lang, query, headers);
        var format = query.takeWord(BODY_FORMAT)
                .map(word -> BodyFormat.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(BodyFormat.HTML);
        var fields = query.takeWords(listing.fields());
        var include = query.takeWords(listing.include());
        if (draft && !fields.isEmpty()) {
            query.fault(listing.fields(), "not-together", WHOLE, List.of());
        }
        if ((draft || asWritten) && !include.isEmpty()) {
            query.fault(listing.include(), "not-together", IDS_ONLY, List.of());
        }
        return new ReadOptions(
                languages, asWritten, format, fields.isEmpty() ? usualFields : Set.copyOf(fields), Set.copyOf(include));
    }

    /** The languages asked for by {@code lang} or, without it, by the header. */
    public static Languages language(Query query, HttpHeaders headers) {
        return language(query.take(LANG), query, headers);
    }

    private static Languages language(Optional<String> lang, Query query, HttpHeaders headers) {
        return lang.flatMap(tag -> {
                    var chain = Languages.of(tag);
                    if (chain.isEmpty()) {
                        query.unknownValue(LANG, tag, USUAL_LANGUAGES);
                    }
                    return chain;
                })
                .orElseGet(() -> Languages.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    static Parameter fields(Listing listing) {
        return Parameter.oneOf(
                        "fields",
                        "Only these properties; `id`, `type`, `url`, `title` and what `include` names are always there. `*`"
                                + " stands for all, also for the long texts that lists leave out otherwise.",
                        fieldNames(listing))
                .many();
    }

    static Parameter include(Listing listing) {
        return Parameter.oneOf(
                        "include",
                        "References in these properties carry the whole item they point to as `item`, one level deep.",
                        includable(listing))
                .many()
                .like("publisher");
    }

    private static List<String> fieldNames(Listing listing) {
        var names = new ArrayList<>(SYSTEM_FIELDS);
        listing.properties().forEach(property -> names.add(property.name()));
        return names.stream().distinct().toList();
    }

    private static List<String> includable(Listing listing) {
        return listing.properties().stream()
                .filter(Shape.Property::refers)
                .map(Shape.Property::name)
                .toList();
    }
}
