package de.stadtchronik.listing;

import de.stadtchronik.document.Shape;
import de.stadtchronik.text.BodyFormat;
import de.stadtchronik.text.Languages;
import java.util.Set;

/**
 * How a reader wants items to be given out.
 *
 * @param languages in which languages, best first
 * @param asWritten whether to give documents as they were written: all languages, references as ids
 * @param bodyFormat how to give Markdown
 * @param fields which properties; empty for all but long texts, {@code *} for all. What is included is shown, too
 * @param include the properties whose references are to carry the item they point to
 */
public record ReadOptions(
        Languages languages, boolean asWritten, BodyFormat bodyFormat, Set<String> fields, Set<String> include) {

    /** Everything, as it was written. */
    public static final ReadOptions AS_WRITTEN =
            new ReadOptions(Languages.DEFAULT, true, BodyFormat.MARKDOWN, Set.of(ReadParameters.ALL), Set.of());

    /** Without these a client could not tell what it got. */
    private static final Set<String> ALWAYS = Set.of("id", "type", "url", "title");

    /** Whether a property that every item has is given out. */
    public boolean shows(String property) {
        return fields.isEmpty()
                || fields.contains(ReadParameters.ALL)
                || fields.contains(property)
                || ALWAYS.contains(property)
                || include.contains(property);
    }

    /** Whether a property of the document is given out. */
    public boolean shows(Shape.Property property) {
        return shows(property.name()) && !(fields.isEmpty() && property.isLong() && !include.contains(property.name()));
    }

    /** How an item inside another is shown: as in a list, and with nothing included further. */
    public ReadOptions ofIncluded() {
        return new ReadOptions(languages, asWritten, bodyFormat, Set.of(), Set.of());
    }
}
