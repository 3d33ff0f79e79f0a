package de.stadtchronik.content;

/**
 * Rows that an import made known but never wrote, because their lines were refused or it broke off. Nobody has been told of
 * them; their names become free again.
 */
record Unwritten(Workbench bench) {

    /** How many are forgotten in one turn. */
    static final int AT_ONCE = 200;

    /** Forgets some of those that are left of imports that are over. */
    void forgetSome() {
        bench.contents().unwritten(AT_ONCE).forEach(this::forget);
    }

    /** Forgets the row that a line of an import made known, unless it was written. */
    void forget(Arrival arrival) {
        if (arrival instanceof Arrival.Item exported) {
            bench.contents().findByIdOptional(exported.item().id()).ifPresent(this::forget);
        } else if (arrival instanceof Arrival.Written written) {
            var origin = written.origin();
            var known = origin == null
                    ? bench.contents().findByIdOptional(written.id())
                    : bench.contents()
                            .rowBySource(origin.system(), origin.externalId())
                            .flatMap(bench.contents()::findByIdOptional);
            known.ifPresent(this::forget);
        }
    }

    private void forget(Content row) {
        if (row.revision == 0) {
            new Detaching(bench).takeOutEverywhere(row);
            bench.contents().succeededBy(row.id).forEach(other -> other.successor = null);
            bench.contents().slugs(row.id).forEach(bench.contents()::forget);
            bench.contents().flush();
            bench.contents().delete(row);
        }
    }
}
