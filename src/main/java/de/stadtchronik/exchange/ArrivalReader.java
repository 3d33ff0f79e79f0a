package de.stadtchronik.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.DocumentReader;
import de.stadtchronik.document.LineProperties;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads the lines of an import: those of an export, which are taken as they are if they can be read, and documents as
 * {@code POST} takes them, which have to keep all rules.
 */
@ApplicationScoped
public class ArrivalReader {

    private final DocumentReader documents;
    private final ResourceTypes types;

    ArrivalReader(DocumentReader documents, ResourceTypes types) {
        this.documents = documents;
        this.types = types;
    }

    /** Whether a line is the first of an export. */
    public boolean isHeader(byte[] line) {
        return isHeader(readable(line));
    }

    /**
     * Begins to count the lines of an export.
     *
     * @throws Problem INVALID_DOCUMENT if its format is not known
     */
    public ExportIntegrity countFrom(byte[] header) {
        requireKnownFormat(readable(header));
        return new ExportIntegrity();
    }

    /**
     * Counts one more.
     *
     * @throws Problem INVALID_DOCUMENT if it cannot follow the lines before
     */
    public void count(byte[] line, ExportIntegrity soFar) {
        soFar.count(readable(line));
    }

    private ObjectNode readable(byte[] line) {
        try {
            return documents.parse(line);
        } catch (Problem unreadable) {
            return DocumentJson.MAPPER.createObjectNode();
        }
    }

    /**
     * Reads a line.
     *
     * @throws Problem MALFORMED_JSON, INVALID_DOCUMENT
     */
    public ImportLine read(byte[] line) {
        var tree = documents.parse(line);
        if (isHeader(tree)) {
            requireKnownFormat(tree);
            return new ImportLine.Frame();
        }
        var properties = new LineProperties(tree);
        return switch (record(tree)) {
            case ContentExport.END -> new ImportLine.Frame();
            case ItemRecord.RECORD -> new ImportLine.Item(new ExportLineParser(properties, documents).item(types));
            case VersionRecord.RECORD -> new ImportLine.Version(new ExportLineParser(properties, documents).version());
            default -> new WrittenLine(properties).document(documents, types);
        };
    }

    static boolean isHeader(ObjectNode line) {
        return line.has("format");
    }

    static String record(ObjectNode line) {
        return line.path("record").asText();
    }

    private static void requireKnownFormat(ObjectNode header) {
        if (!header.path("format").asText().equals(ContentExport.FORMAT)
                || header.path("version").asInt() != ContentExport.FORMAT_VERSION) {
            throw Problem.invalidDocument(List.of(new Violation(
                    "/format",
                    null,
                    "unknown-format",
                    new BilingualText(
                            "Dieses Format, oder seine Fassung (version), ist hier nicht bekannt.",
                            "This format, or its version, is not known here."),
                    List.of(ContentExport.FORMAT + " " + ContentExport.FORMAT_VERSION))));
        }
    }
}
