package de.stadtchronik.harvest.origin;

/**
 * A checksum with which copies can be compared with the origin.
 *
 * @param position the place of a follower that has read everything
 * @param checksum SHA-256, hexadecimal, over lines {@code <id> <version>}, sorted by id
 */
public record Proof(String position, String checksum) {}
