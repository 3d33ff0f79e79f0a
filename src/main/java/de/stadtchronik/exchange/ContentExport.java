package de.stadtchronik.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.content.Content;
import de.stadtchronik.content.ContentVersion;
import de.stadtchronik.content.KnownSlug;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.storage.Ids;
import de.stadtchronik.storage.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/**
 * Writes down all that the store holds, as of one moment and in constant memory: by a stateless session, because a client
 * may take as long as it likes to read, and nothing is to be kept meanwhile.
 */
@ApplicationScoped
public class ContentExport {

    /** What the first line says it is. */
    static final String FORMAT = "stadtchronik-export";

    static final int FORMAT_VERSION = 1;
    static final String END = "end";

    /** So few that even the largest documents of all of them are not much. */
    private static final int ROWS_AT_ONCE = 20;

    private static final String HEADER = "select i.epoch, c.head from Instance i cross join ChangeCounter c";

    private static final String ITEMS = "from Content where id > :after and revision > 0 order by id";

    private static final String SLUGS = "from KnownSlug where itemId between :first and :last";

    private static final String VERSIONS =
            "from ContentVersion where key.itemId = :item and key.version > :after order by key.version";

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
        snapshots.bySession(session -> {
            write(session, out);
            return out;
        });
    }

    private void write(StatelessSession session, OutputStream out) throws IOException {
        try (var json = DocumentJson.MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            // The lines end with their feed; nothing stands between them.
            json.setRootValueSeparator(null);
            line(json, header(session));
            var itemCount = 0L;
            var versionCount = 0L;
            for (var page = items(session, Ids.BEFORE_ALL); !page.isEmpty(); ) {
                for (var item : page) {
                    line(json, item);
                    itemCount++;
                    versionCount += item.status().newestOldVersion(item.version()) == 0
                            ? 0
                            : versions(session, item.id(), json);
                }
                page = items(session, page.get(page.size() - 1).id());
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

    private Map<String, Object> header(StatelessSession session) {
        var row = session.createQuery(HEADER, Object[].class).getSingleResult();
        var header = new LinkedHashMap<String, Object>();
        header.put("format", FORMAT);
        header.put("version", FORMAT_VERSION);
        header.put("exportedAt", clock.instant());
        header.put("epoch", row[0]);
        header.put("head", row[1]);
        return header;
    }

    private static List<ItemRecord> items(StatelessSession session, UUID after) {
        var rows = session.createQuery(ITEMS, Content.class)
                .setParameter("after", after)
                .setMaxResults(ROWS_AT_ONCE)
                .getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        var slugs = session.createQuery(SLUGS, KnownSlug.class)
                .setParameter("first", rows.get(0).id)
                .setParameter("last", rows.get(rows.size() - 1).id)
                .getResultStream()
                .collect(Collectors.groupingBy(slug -> slug.itemId));
        return rows.stream()
                .map(row -> ItemRecord.of(row, slugs.getOrDefault(row.id, List.of()), row.revision, row.successor))
                .toList();
    }

    private static long versions(StatelessSession session, UUID item, JsonGenerator json) throws IOException {
        var written = 0L;
        for (var page = versions(session, item, 0); !page.isEmpty(); ) {
            for (var version : page) {
                line(json, VersionRecord.of(version));
                written++;
            }
            page = versions(session, item, page.get(page.size() - 1).key.version());
        }
        return written;
    }

    private static List<ContentVersion> versions(StatelessSession session, UUID item, int after) {
        return session.createQuery(VERSIONS, ContentVersion.class)
                .setParameter("item", item)
                .setParameter("after", after)
                .setMaxResults(ROWS_AT_ONCE)
                .getResultList();
    }
}
