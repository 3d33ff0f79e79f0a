package de.stadtchronik.backup;

/** What an operator has the database do. Each edition does it in its own way. */
interface Upkeep {

    /**
     * Makes a copy while everybody goes on working.
     *
     * @throws de.stadtchronik.problem.Problem NOT_IN_THIS_EDITION
     */
    Backup backUp();

    /**
     * Sees to it that what was erased is not in the files any more.
     *
     * @throws de.stadtchronik.problem.Problem UNAVAILABLE if somebody does not let go of the database
     */
    void compact();
}
