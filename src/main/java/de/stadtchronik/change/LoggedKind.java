package de.stadtchronik.change;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A kind of thing other than items whose changes are in the log, such as keys. Each room that has one declares it as a
 * bean with its own operations; they are listed in the order of their priorities.
 */
public abstract class LoggedKind {

    private final String type;
    private final List<String> operations;

    /**
     * Declares a kind.
     *
     * @param type the type of its lines
     * @param operations all that can happen to one
     */
    protected LoggedKind(String type, Enum<?>... operations) {
        this.type = type;
        this.operations = Arrays.stream(operations).map(Enum::name).toList();
    }

    public String type() {
        return type;
    }

    /** The names of all that can happen to one. */
    public List<String> operations() {
        return operations;
    }

    /** Writes a line about one of them and returns its position. */
    public long append(WriteTransaction turn, UUID id, Enum<?> operation) {
        return turn.append(new Change.Event(type, id, operation, 0, 0, List.of(), null));
    }
}
