package de.stadtchronik.vocabulary;

import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The official keys of German areas (Destatis): the AGS with up to 8 digits and the ARS with up to 12. Both begin with
 * the Land (2 digits), the Bezirk (1) and the Kreis (2); a municipality then has 3 digits more in the AGS, and in the ARS
 * 4 for its association and 3 of its own.
 */
public final class MunicipalKeys {

    private static final String LAND = "(0[1-9]|1[0-6])";

    /** An AGS of a Land, Bezirk, Kreis or municipality. */
    public static final String AGS = LAND + "([0-9]|[0-9]{3}|[0-9]{6})?";

    /** An ARS of a Land, Bezirk, Kreis, association or municipality. */
    public static final String ARS = LAND + "([0-9]|[0-9]{3}|[0-9]{7}|[0-9]{10})?";

    /** An ARS with all its digits, zeros included. */
    static final String WHOLE_ARS = LAND + "[0-9]{10}";

    /** The length of a complete AGS; no ARS is that long. */
    private static final int MUNICIPALITY_AGS = 8;

    private static final int MUNICIPALITY_ARS = 12;

    private MunicipalKeys() {}

    /** All keys under which an area is known: a complete ARS contains the AGS. */
    public static Stream<String> known(@Nullable String ags, @Nullable String ars) {
        return Stream.concat(
                Stream.ofNullable(ags).filter(key -> key.matches(AGS)),
                Stream.ofNullable(ars).filter(key -> key.matches(ARS)).flatMap(MunicipalKeys::withAgs));
    }

    /** Whether both keys can be of one area; true where one is not said. */
    public static boolean agree(@Nullable String ags, @Nullable String ars) {
        if (ags == null || ars == null) {
            return true;
        }
        var contained = ars.replaceFirst("^(.{5}).{4}", "$1");
        return contained.startsWith(ags) || ags.startsWith(contained);
    }

    private static Stream<String> withAgs(String key) {
        return key.length() == MUNICIPALITY_ARS
                ? Stream.of(key, key.substring(0, 5) + key.substring(9))
                : Stream.of(key);
    }

    /**
     * The patterns of what lies in an area, in which {@code %} stands for more digits: a complete AGS names just one place,
     * and so does a complete ARS, which contains it; any other key is the beginning of those of all places in it.
     */
    public static Stream<String> within(String area) {
        return withAgs(area).map(key -> key.length() == MUNICIPALITY_AGS ? key : key + "%");
    }

    /** Whether something with a key lies in an area. */
    public static boolean covers(String area, String key) {
        return withAgs(area)
                .anyMatch(known -> known.length() == MUNICIPALITY_AGS ? key.equals(known) : key.startsWith(known));
    }

    /** The keys among the identifiers of an item. */
    public static Stream<String> among(@Nullable Collection<Identifier> identifiers) {
        return Stream.ofNullable(identifiers)
                .flatMap(Collection::stream)
                .flatMap(identifier -> switch (identifier.scheme()) {
                    case "AGS" -> known(identifier.value(), null);
                    case "ARS" -> known(null, identifier.value());
                    default -> Stream.empty();
                });
    }
}
