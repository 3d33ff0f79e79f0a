package de.stadtchronik.query;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An item that may come onto a page, and what reading it takes. Sizes are asked for before documents are read: a hundred
 * documents as long as they may be do not fit into a small heap.
 *
 * @param bytes the length of its document
 */
public record Sized(UUID id, long bytes) {

    /** In bytes: what is read for one page, unless its first item alone has more. A page is not made longer, either. */
    public static final int MOST = 1 << 20;

    /**
     * The first items of a list that fit onto one page.
     *
     * @param bytes what is to be read for them
     * @param found how many items were found, with those that do not fit
     */
    public record Part(List<UUID> ids, long bytes, int found) {}

    /**
     * The first items whose documents fit into memory together; at least one.
     *
     * @param limit how many are wanted
     */
    public static Part fitting(List<Sized> found, int limit) {
        var fitting = new ArrayList<UUID>();
        var bytes = 0L;
        for (var item : found.subList(0, Math.min(found.size(), limit))) {
            if (bytes + item.bytes() > MOST && !fitting.isEmpty()) {
                break;
            }
            bytes += item.bytes();
            fitting.add(item.id());
        }
        return new Part(fitting, bytes, found.size());
    }
}
