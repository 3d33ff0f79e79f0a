package de.stadtchronik.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list: the sort order and the values of the last row given out. Holds no state of the server and never
 * expires; for clients it is opaque.
 */
final class Cursor {

    private Cursor() {}

    static String after(PublicRow row, SortOrder order) {
        var values = new ArrayList<String>();
        values.add(order.text());
        order.position(row).forEach(value -> values.add(value.toString()));
        var json = DocumentJson.write(values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The position in a cursor; empty if it was not made by us, or for another order. */
    static Optional<List<Object>> read(String cursor, SortOrder order) {
        try {
            var json = Base64.getUrlDecoder().decode(cursor);
            var values = DocumentJson.MAPPER.readTree(json);
            var columns = order.columns();
            if (values.size() != columns.size() + 1
                    || !order.text().equals(values.path(0).textValue())) {
                return Optional.empty();
            }
            var position = new ArrayList<>();
            for (var i = 0; i < columns.size(); i++) {
                var value = values.path(i + 1);
                if (!value.isTextual()) {
                    return Optional.empty();
                }
                position.add(columns.get(i).parse().apply(value.textValue()));
            }
            return Optional.of(position);
        } catch (IllegalArgumentException | DateTimeException | IOException forged) {
            return Optional.empty();
        }
    }
}
