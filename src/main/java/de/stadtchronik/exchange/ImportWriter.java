package de.stadtchronik.exchange;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.writing.WriteContext;

/** Takes in what an import brings: what it is going to bring first, so that references may point forward. */
public record ImportWriter(WriteContext context, Importing importing) {

    /** Expects an item, if it is new, and as far as can be told without writing it, is not going to be refused. */
    public void expect(ImportLine arrival) {
        try {
            if (arrival instanceof ImportLine.Item exported) {
                new ItemImport(context, importing).expect(exported.item());
            } else if (arrival instanceof ImportLine.Written written) {
                new WrittenDocuments(context, importing).expect(written);
            }
        } catch (Problem told) {
            // The answer to the line says why.
            return;
        }
    }

    /**
     * Writes what a line says.
     *
     * @throws Problem whatever the line is refused for
     */
    public ImportResult bringIn(ImportLine arrival) {
        if (arrival instanceof ImportLine.Item exported) {
            return new ItemImport(context, importing).bringIn(exported.item());
        }
        if (arrival instanceof ImportLine.Version exported) {
            return new VersionImport(context, importing).bringIn(exported.version());
        }
        return arrival instanceof ImportLine.Written written
                ? new WrittenDocuments(context, importing).bringIn(written)
                : ImportResult.SKIPPED;
    }
}
