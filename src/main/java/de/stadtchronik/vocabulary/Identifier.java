package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An identifier of the thing in a public register, written as that register writes it, where its form is known here. */
@Schema(description = "An identifier of the thing in a public register.")
public record Identifier(
        @Schema(description = "The register: AGS and ARS (municipal keys), WIKIDATA, ROR and others.", examples = "AGS")
        @NotNull
        @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$")
        String scheme,

        @Schema(
                description =
                        "The identifier in that register: AGS of 2, 3, 5 or 8 digits, ARS of 12, WIKIDATA as Q6837, ROR as "
                                + "05x2bcf33, ISNI of 16 characters. Of an address in WIKIDATA, ROR, ORCID, GND, ISNI or "
                                + "VIAF only the end is kept.",
                examples = "07312000")
        @NotNull
        @Size(min = 1, max = 200)
        String value) {

    private static final Map<String, String> FORMS = Map.of(
            "AGS",
            MunicipalKeys.AGS,
            "ARS",
            MunicipalKeys.WHOLE_ARS,
            "WIKIDATA",
            "Q[1-9][0-9]{0,14}",
            // Base32 without i, l, o and u (Crockford), and two digits that check it.
            "ROR",
            "0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}",
            "ISNI",
            "([0-9]{4} ?){3}[0-9]{3}[0-9X]");

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    /** Where registers have what they identify; everything is written without, so that it is the same for everybody. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "WIKIDATA", "(www\\.|m\\.)?wikidata\\.org/(wiki|entity)/",
            "ROR", "ror\\.org/",
            "ORCID", "orcid\\.org/",
            "GND", "d-nb\\.info/gnd/",
            "ISNI", "(www\\.)?isni\\.org/(isni/)?",
            "VIAF", "(www\\.)?viaf\\.org/viaf/");

    public Identifier {
        if (scheme != null && value != null && ADDRESSES.containsKey(scheme)) {
            value = value.replaceFirst("^https?://" + ADDRESSES.get(scheme), "");
        }
    }

    @Consistent(
            at = "value",
            code = "unfit-identifier",
            message = "{de.stadtchronik.identifier}",
            groups = Editing.class)
    @JsonIgnore
    public boolean isAsItsRegisterWritesIt() {
        return scheme == null
                || value == null
                || (value.matches(FORMS.getOrDefault(scheme, Source.SEGMENT))
                        && (!scheme.equals("ROR") || hasItsCheckDigits(value)));
    }

    /** ISO 7064, mod 97-10, over the number that the letters before them are. */
    private static boolean hasItsCheckDigits(String ror) {
        var digits = ror.length() - 2;
        var number = ror.substring(digits - 7, digits)
                .chars()
                .asLongStream()
                .reduce(0, (sum, letter) -> sum * 32 + CROCKFORD.indexOf((int) letter));
        return 98 - number * 100 % 97 == Long.parseLong(ror.substring(digits));
    }
}
