package de.stadtchronik.harvest;

/**
 * By what a copy can be compared with the origin.
 *
 * @param position the place of whoever has read everything
 * @param checksum SHA-256, hexadecimal, over lines {@code <id> <version>}, sorted by id
 */
record Proof(String position, String checksum) {}
