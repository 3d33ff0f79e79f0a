package de.stadtchronik.reading;

import de.stadtchronik.listing.ReadOptions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Picks texts in the reader's language for one item, and remembers where there was none and another had to do. */
final class TextPicker {

    private final ReadOptions options;
    private final Set<String> used;
    private boolean fellBack;

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
            fellBack |= languages.isFallback(language);
        });
        return best.map(texts::get);
    }

    /** Picks the label of another item. Its languages are that item's affair, so it is no fallback of this one. */
    Optional<String> pickLabel(Map<String, String> texts) {
        var best = options.languages().best(texts.keySet());
        best.ifPresent(used::add);
        return best.map(texts::get);
    }

    boolean fellBack() {
        return fellBack;
    }

    void noteAll(Set<String> tags) {
        used.addAll(tags);
    }
}
