package de.stadtchronik.content;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down all that the store holds, as of one moment and in constant memory: by JDBC, because a transaction of its
 * own can last as long as somebody takes to read, and nothing is kept in a persistence context.
 */
@ApplicationScoped
public class ContentExport {

    /** What the first line says it is. */
    static final String FORMAT = "stadtchronik-export";

    static final int FORMAT_VERSION = 1;
    static final String END = "end";

    /** So few that even the largest documents of all of them are not much. */
    private static final int ROWS_AT_ONCE = 20;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String HEADER =
            "select i.epoch, c.head from instance i cross join change_counter c where i.id = 1 and c.id = 1";
    private static final String ITEMS =
            "select id, type, slug, status, revision, version, created_at, modified_at, publish_at, publish_update_type,"
                    + " publish_change_note, update_type, change_note, published_by, gone_at, gone_reason, explanation,"
                    + " successor, source_system, source_external_id, harvested_from, hidden, draft, published from content"
                    + " where id > ? and revision > 0 order by id fetch first " + ROWS_AT_ONCE + " rows only";
    private static final String SLUGS =
            "select item_id, slug, ever_public from slug where item_id between ? and ? order by item_id, slug";
    private static final String VERSIONS =
            "select item_id, version, modified_at, update_type, change_note, published_by, document from content_version"
                    + " where item_id = ? and version > ? order by version fetch first " + ROWS_AT_ONCE + " rows only";

    private final Snapshots snapshots;
    private final Clock clock;

    ContentExport(Snapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * Writes lines of JSON (NDJSON, UTF-8): what this is; each item, by id, followed by its old versions; and, so that
     * it can be told whether all of it arrived, how many there were.
     */
    public void write(OutputStream out) throws IOException {
        snapshots.byConnection(connection -> {
            write(connection, out);
            return out;
        });
    }

    private void write(Connection connection, OutputStream out) throws SQLException, IOException {
        try (var json = DocumentJson.MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                var items = connection.prepareStatement(ITEMS);
                var slugs = connection.prepareStatement(SLUGS);
                var versions = connection.prepareStatement(VERSIONS)) {
            // The lines end with their feed; nothing stands between them.
            json.setRootValueSeparator(null);
            line(json, header(connection));
            var itemCount = 0L;
            var versionCount = 0L;
            for (var page = items(items, slugs, BEFORE_ALL); !page.isEmpty(); ) {
                for (var item : page) {
                    line(json, item);
                    itemCount++;
                    versionCount += item.status().newestOldVersion(item.version()) == 0
                            ? 0
                            : versions(versions, item.id(), json);
                }
                page = items(items, slugs, page.get(page.size() - 1).id());
            }
            var end = new LinkedHashMap<String, Object>();
            end.put("record", END);
            end.put("items", itemCount);
            end.put("versions", versionCount);
            line(json, end);
        }
    }

    private static void line(JsonGenerator json, Object value) throws IOException {
        json.writePOJO(value);
        json.writeRaw('\n');
    }

    private Map<String, Object> header(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(HEADER);
                var row = statement.executeQuery()) {
            row.next();
            var header = new LinkedHashMap<String, Object>();
            header.put("format", FORMAT);
            header.put("version", FORMAT_VERSION);
            header.put("exportedAt", clock.instant());
            header.put("epoch", row.getObject(1, UUID.class));
            header.put("head", row.getLong(2));
            return header;
        }
    }

    private static List<ItemRecord> items(PreparedStatement items, PreparedStatement slugs, UUID after)
            throws SQLException {
        items.setObject(1, after);
        var found = new ArrayList<ItemRecord>();
        try (var row = items.executeQuery()) {
            while (row.next()) {
                found.add(item(row, new ArrayList<>()));
            }
        }
        if (!found.isEmpty()) {
            addSlugs(slugs, found);
        }
        return found;
    }

    private static void addSlugs(PreparedStatement slugs, List<ItemRecord> items) throws SQLException {
        var names = new LinkedHashMap<UUID, List<ItemRecord.NamedBy>>();
        slugs.setObject(1, items.get(0).id());
        slugs.setObject(2, items.get(items.size() - 1).id());
        try (var row = slugs.executeQuery()) {
            while (row.next()) {
                names.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new ItemRecord.NamedBy(row.getString(2), row.getBoolean(3)));
            }
        }
        // The databases do not sort words alike.
        items.forEach(
                item -> item.slugs().addAll(ItemRecord.NamedBy.inOrder(names.getOrDefault(item.id(), List.of()))));
    }

    private static long versions(PreparedStatement versions, UUID item, JsonGenerator json)
            throws SQLException, IOException {
        var written = 0L;
        var newest = 0;
        var more = true;
        versions.setObject(1, item);
        while (more) {
            versions.setInt(2, newest);
            more = false;
            try (var row = versions.executeQuery()) {
                while (row.next()) {
                    newest = row.getInt("version");
                    line(json, version(row));
                    written++;
                    more = true;
                }
            }
        }
        return written;
    }

    private static ItemRecord item(ResultSet row, List<ItemRecord.NamedBy> slugs) throws SQLException {
        return new ItemRecord(
                ItemRecord.RECORD,
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("slug"),
                slugs,
                Status.valueOf(row.getString("status")),
                row.getInt("revision"),
                row.getInt("version"),
                always(row, "created_at"),
                always(row, "modified_at"),
                moment(row, "publish_at"),
                word(row, "publish_update_type", UpdateType.class),
                row.getString("publish_change_note"),
                word(row, "update_type", UpdateType.class),
                row.getString("change_note"),
                row.getString("published_by"),
                moment(row, "gone_at"),
                word(row, "gone_reason", GoneReason.class),
                row.getString("explanation"),
                row.getObject("successor", UUID.class),
                ItemRecord.Origin.of(row.getString("source_system"), row.getString("source_external_id")),
                row.getString("harvested_from"),
                row.getBoolean("hidden") ? true : null,
                row.getString("draft"),
                row.getString("published"));
    }

    private static VersionRecord version(ResultSet row) throws SQLException {
        return new VersionRecord(
                VersionRecord.RECORD,
                row.getObject("item_id", UUID.class),
                row.getInt("version"),
                always(row, "modified_at"),
                word(row, "update_type", UpdateType.class),
                row.getString("change_note"),
                row.getString("published_by"),
                row.getString("document"));
    }

    private static Instant always(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static <E extends Enum<E>> @Nullable E word(ResultSet row, String column, Class<E> words)
            throws SQLException {
        var word = row.getString(column);
        return word == null ? null : Enum.valueOf(words, word);
    }
}
