package de.stadtchronik.reading;

import de.stadtchronik.listing.ReadOptions;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Picks texts in the reader's language for one item, and remembers where there was none and another had to do. */
final class TextPicker {

    private final ReadOptions options;
    private final Set<String> used;
    private final Set<String> fellBack = new LinkedHashSet<>();
    private String property = "";

    /** @param used collects the languages picked, for {@code Content-Language} */
    TextPicker(ReadOptions options, Set<String> used) {
        this.options = options;
        this.used = used;
    }

    /** The text in the best language there is; empty if it has none the reader would understand. */
    Optional<String> pick(Map<String, String> texts) {
        var languages = options.languages();
        var best = languages.best(texts.keySet());
        best.ifPresent(language -> {
            used.add(language);
            if (languages.isFallback(language)) {
                fellBack.add(property);
            }
        });
        return best.map(texts::get);
    }

    /** Picks the label of another item. Its languages are that item's affair, so it is no fallback of this one. */
    Optional<String> pickLabel(Map<String, String> texts) {
        var best = options.languages().best(texts.keySet());
        best.ifPresent(used::add);
        return best.map(texts::get);
    }

    /** From here on, texts are picked for a property of the item. */
    void isIn(String property) {
        this.property = property;
    }

    /** The properties of the item some text of which fell back, in their order. */
    Set<String> fellBack() {
        return fellBack;
    }

    void noteAll(Set<String> tags) {
        used.addAll(tags);
    }
}
