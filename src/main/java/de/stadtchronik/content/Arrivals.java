package de.stadtchronik.content;

import de.stadtchronik.problem.Problem;

/**
 * Takes in what an import brings, in two passes: first every item is made known, so that references may point forward;
 * then each is written. A row between the two has revision 0; nobody has been told of it.
 */
record Arrivals(Workbench bench, Importing importing) {

    /**
     * Makes an item known, if it is new.
     *
     * @throws Problem SLUG_TAKEN, SOURCE_TAKEN, INVALID_DOCUMENT
     */
    void announce(Arrival arrival) {
        if (arrival instanceof Arrival.Item exported) {
            new ExportedItems(bench, importing).announce(exported.item());
        } else if (arrival instanceof Arrival.Written written) {
            new WrittenDocuments(bench, importing).announce(written);
        }
    }

    /**
     * Writes what a line says.
     *
     * @throws Problem whatever the line is refused for
     */
    Arrived bringIn(Arrival arrival) {
        if (arrival instanceof Arrival.Item exported) {
            return new ExportedItems(bench, importing).bringIn(exported.item());
        }
        if (arrival instanceof Arrival.Version exported) {
            return new ExportedVersions(bench, importing).bringIn(exported.version());
        }
        return arrival instanceof Arrival.Written written
                ? new WrittenDocuments(bench, importing).bringIn(written)
                : Arrived.SKIPPED;
    }
}
