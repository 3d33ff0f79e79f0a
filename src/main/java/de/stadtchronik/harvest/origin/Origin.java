package de.stadtchronik.harvest;

import java.util.Optional;

/** Where copies come from. Whatever format it speaks, what it says arrives in the form of our own feed. */
interface Origin {

    /**
     * What changed after a place.
     *
     * @param place the {@code next} of the part before; empty for everything from the beginning, without what is gone
     * @throws OriginFailure if that cannot be found out now
     */
    Pull pull(Optional<String> place);

    /**
     * By what a copy that was read up to a place can be proved to be whole; empty if the origin offers nothing like it.
     *
     * @throws OriginFailure if that cannot be found out now
     */
    Optional<Proof> proof(String place);
}
