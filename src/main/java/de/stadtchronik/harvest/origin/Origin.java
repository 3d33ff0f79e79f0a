package de.stadtchronik.harvest.origin;

import java.util.Optional;

/** Where copies come from. Whatever format a source has, its implementation returns entries of our own feed. */
public interface Origin {

    /**
     * What changed after a place.
     *
     * @param place the {@code next} of the part before; empty for everything from the beginning, without what is gone
     * @throws OriginFailure if the origin does not answer as it should
     */
    Pull pull(Optional<String> place);

    /**
     * A checksum with which copies that were read up to a place can be checked; empty if the origin has no such thing.
     *
     * @throws OriginFailure if the origin does not answer as it should
     */
    Optional<Proof> proof(String place);
}
