package de.stadtchronik.audit;

/** How an attempt ended; in the order in which two of the same moment and number stand in the trail. */
enum Outcome {
    REFUSED(DeniedRequest.class),
    DONE(ChangeLogEntry.class);

    private final Class<? extends AuditRow> table;

    Outcome(Class<? extends AuditRow> table) {
        this.table = table;
    }

    Class<? extends AuditRow> table() {
        return table;
    }
}
