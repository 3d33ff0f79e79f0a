package de.stadtchronik.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import java.util.List;
import java.util.Locale;

/** Counts the lines of an export, so that it can be told whether all of them arrived. */
public final class ExportIntegrity {

    private long lines = 1;
    private long items;
    private long versions;
    private String last = "";
    private boolean ended;
    private long promisedItems;
    private long promisedVersions;

    /**
     * Counts a line after the first.
     *
     * @param line empty if it cannot be read
     * @throws Problem INVALID_DOCUMENT if it cannot follow the lines before
     */
    void count(ObjectNode line) {
        lines++;
        if (ended || ArrivalReader.isHeader(line)) {
            throw refusal(
                    "several-exports",
                    new BilingualText(
                                    "Zeile %d gehört nicht mehr zu diesem Export.",
                                    "Line %d is not part of this export any more.")
                            .with(lines));
        }
        switch (ArrivalReader.record(line)) {
            case ItemRecord.RECORD -> {
                items++;
                requireLater(line.path("id").asText().toLowerCase(Locale.ROOT));
            }
            case VersionRecord.RECORD -> versions++;
            case ContentExport.END -> {
                ended = true;
                promisedItems = line.path("items").asLong();
                promisedVersions = line.path("versions").asLong();
            }
            default -> {
                // Written by hand, or cannot be read: the answer to the line says so.
            }
        }
    }

    /** Items stand by id, so that none is there twice where another is missing. */
    private void requireLater(String id) {
        if (id.compareTo(last) <= 0) {
            throw refusal(
                    "out-of-order",
                    new BilingualText(
                                    "In einem Export stehen Einträge nach ihrer Id; Zeile %d nicht.",
                                    "In an export, items stand by their id; line %d does not.")
                            .with(lines));
        }
        last = id;
    }

    /**
     * Makes sure that all are there.
     *
     * @throws Problem INVALID_DOCUMENT if some are missing
     */
    public void require() {
        if (!ended) {
            throw refusal(
                    "truncated",
                    new BilingualText(
                                    "Der Export bricht nach Zeile %d ab: seine letzte Zeile fehlt.",
                                    "The export breaks off after line %d: its last line is missing.")
                            .with(lines));
        }
        if (items != promisedItems || versions != promisedVersions) {
            throw refusal(
                    "incomplete",
                    new BilingualText(
                                    "Laut letzter Zeile hat der Export %d Einträge und %d alte Fassungen, hier sind es %d"
                                            + " und %d. Ein Teil wird ohne die erste und die letzte Zeile genommen.",
                                    "By its last line, the export has %d items and %d old versions; here are %d and %d."
                                            + " A part is taken without the first and the last line.")
                            .with(promisedItems, promisedVersions, items, versions));
        }
    }

    private static Problem refusal(String code, BilingualText message) {
        return Problem.invalidDocument(List.of(Violation.inBody("", code, message)));
    }
}
