package de.stadtchronik.vocabulary;

import de.stadtchronik.time.Edtf;

/** Checks {@link EdtfText}. */
public final class EdtfTextValidator extends ReadableTextValidator<EdtfText> {

    public EdtfTextValidator() {
        super(Edtf::parse);
    }
}
