package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.PublicItems;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.vocabulary.MunicipalKeys;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code area=07312}: what lies in an area or refers to something that does, by the beginning of its AGS or ARS. Who
 * publishes something does not count: a city also speaks of what is elsewhere.
 */
public record AreaFilter() implements Filter {

    private static final Pattern KEY = Pattern.compile("^(" + MunicipalKeys.AGS + "|" + MunicipalKeys.ARS + ")$");
    public static final Parameter AREA = Parameter.matching(
                    "area",
                    "Only what lies in one of these areas, or refers to something that does, other than as its publisher: "
                            + "AGS or ARS of a Land (2 digits), Bezirk (3), Kreis (5) or municipality (AGS 8, ARS 12), "
                            + "or ARS of an association of municipalities (9).",
                    KEY.pattern(),
                    12)
            .many();

    @Override
    public List<Parameter> parameters() {
        return List.of(AREA);
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        var keys = take(query);
        if (!keys.isEmpty()) {
            criteria.lookElsewhere();
            require(keys, criteria);
        }
    }

    /** The keys of areas that are asked for, if they are any. */
    public static List<String> take(Query query) {
        var keys = query.takeMany(AREA);
        if (!keys.stream().allMatch(key -> KEY.matcher(key).matches())) {
            query.fault(
                    AREA,
                    "malformed-key",
                    new BilingualText(
                            "%s nimmt amtliche Schlüssel (AGS oder ARS).", "%s takes municipal keys (AGS or ARS)."),
                    List.of("07", "07312", "07312000", "073120000000"));
        }
        return keys;
    }

    public static void require(List<String> keys, Criteria criteria) {
        var patterns = keys.stream().flatMap(MunicipalKeys::within).toList();
        var within = "t.name = 'area' and ("
                + String.join(" or ", Collections.nCopies(patterns.size(), "t.word like ?")) + ")";
        criteria.require(
                "exists (select 1 from c.terms t where " + within + ")"
                        + " or exists (select 1 from c.references r join Content i on i.id = r.target"
                        + " join Content o on o.id = " + PublicItems.SURVIVOR + " join o.terms t"
                        + " where r.published = true and r.property <> 'publisher' and o.visible = true and " + within
                        + ")",
                Stream.of(patterns, patterns).flatMap(List::stream).toArray());
    }
}
