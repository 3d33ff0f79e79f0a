package de.stadtchronik.editing;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.writing.Writing;
import java.util.List;
import java.util.UUID;

/** Something that an editor can do with an item, other than writing its document. */
interface ItemAction {

    void on(Writing writing, UUID id);

    /**
     * The item that a request refers to.
     *
     * @throws Problem INVALID_DOCUMENT if there is none
     */
    static UUID found(Writing writing, Ref reference, String pointer) {
        return writing.items()
                .find(reference)
                .orElseThrow(() -> Problem.invalidDocument(List.of(Violation.inBody(
                        pointer,
                        "unknown-reference",
                        new BilingualText("Diesen Eintrag gibt es nicht.", "There is no such item.")))));
    }
}
