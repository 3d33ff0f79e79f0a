package de.stadtchronik.audit;

/** How an attempt ended; in the order in which two of the same moment and number stand in the trail. */
enum Outcome {
    REFUSED(Refusal.class),
    DONE(Deed.class);

    private final Class<? extends Trace> table;

    Outcome(Class<? extends Trace> table) {
        this.table = table;
    }

    Class<? extends Trace> table() {
        return table;
    }
}
