package de.stadtchronik.backup;

/** Backup and compaction. Each edition does them in its own way. */
interface Upkeep {

    /**
     * Makes a copy while the service keeps running.
     *
     * @throws de.stadtchronik.problem.Problem NOT_IN_THIS_EDITION
     */
    Backup backUp();

    /**
     * Removes what was erased from the files of the database.
     *
     * @throws de.stadtchronik.problem.Problem UNAVAILABLE if another request holds on to the database
     */
    void compact();
}
