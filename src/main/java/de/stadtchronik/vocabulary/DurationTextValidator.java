package de.stadtchronik.vocabulary;

import de.stadtchronik.time.Duration8601;

/** Checks {@link DurationText}. */
public final class DurationTextValidator extends ReadableTextValidator<DurationText> {

    public DurationTextValidator() {
        super(Duration8601::parse);
    }
}
