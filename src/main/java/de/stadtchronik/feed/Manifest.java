package de.stadtchronik.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.PublicItems;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.listing.FilterLookup;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.query.Query;
import de.stadtchronik.storage.Ids;
import de.stadtchronik.storage.Snapshots;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** What is there and in which version, as of one moment, with a checksum by which a copy can be proved to be whole. */
@ApplicationScoped
public class Manifest {

    private static final int ROWS_AT_ONCE = 1000;

    private final Snapshots snapshots;
    private final FilterLookup lookup;
    private final ResourceTypes types;
    private final Links links;
    private final Storage storage;

    Manifest(Snapshots snapshots, FilterLookup lookup, ResourceTypes types, Links links, Storage storage) {
        this.snapshots = snapshots;
        this.lookup = lookup;
        this.types = types;
        this.links = links;
        this.storage = storage;
    }

    /**
     * Reads what is asked. With a cursor, its filter counts, whatever became of it.
     *
     * @throws Problem INVALID_PARAMETERS
     */
    @Transactional
    public FeedQuestion question(Query query) {
        return FeedQuestion.takeManifest(query, types, lookup);
    }

    /** Writes {@code {data: [{id, type, version}], count, checksum, position}}, UTF-8. */
    public void writeJson(FeedQuestion question, OutputStream out) throws IOException {
        try (var json = DocumentJson.MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            if (!question.thin()) {
                json.writeArrayFieldStart("data");
            }
            var end = read(question, entry -> writeEntry(entry, json));
            if (!question.thin()) {
                json.writeEndArray();
            }
            writeEnd(end, json);
            json.writeEndObject();
        }
    }

    /** Writes a line for each item, and a last one for the rest. */
    public void writeLines(FeedQuestion question, OutputStream out) throws IOException {
        try (var json = DocumentJson.MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            // The lines end with their feed; nothing stands between them.
            json.setRootValueSeparator(null);
            var end = read(question, entry -> {
                writeEntry(entry, json);
                json.writeRaw('\n');
            });
            json.writeStartObject();
            writeEnd(end, json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeEntry(Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.id().toString());
        json.writeStringField("type", entry.type());
        json.writeNumberField("version", entry.version());
        json.writeEndObject();
    }

    private static void writeEnd(End end, JsonGenerator json) throws IOException {
        json.writeNumberField("count", end.count());
        json.writeStringField("checksum", end.checksum());
        json.writeStringField("position", end.position());
    }

    record Entry(UUID id, String type, int version) {}

    private record End(long count, String checksum, String position) {}

    private interface Lines {
        void write(Entry entry) throws IOException;
    }

    private End read(FeedQuestion question, Lines lines) throws IOException {
        return snapshots.bySession(session -> {
            var reading = new FeedReading(session, types, links);
            var position = LogPosition.of(session);
            storage.flushUpTo(position.head());
            var criteria = new Criteria();
            criteria.require("c.visible = true");
            criteria.require(PublicItems.OUR_OWN);
            question.filter().ready(reading::idsOfTheSame).require(criteria);
            return read(session, criteria, position, question, lines);
        });
    }

    private static End read(
            StatelessSession session, Criteria criteria, LogPosition position, FeedQuestion question, Lines lines)
            throws IOException {
        var digest = Sha256.digest();
        var count = 0L;
        for (var page = entries(session, criteria, Ids.BEFORE_ALL); !page.isEmpty(); ) {
            for (var entry : page) {
                digest.update((entry.id() + " " + entry.version() + "\n").getBytes(StandardCharsets.US_ASCII));
                if (!question.thin()) {
                    lines.write(entry);
                }
                count++;
            }
            page = entries(session, criteria, page.get(page.size() - 1).id());
        }
        return new End(
                count,
                HexFormat.of().formatHex(digest.digest()),
                FeedCursor.at(position.epoch(), position.head(), question.filter())
                        .text());
    }

    private static List<Entry> entries(StatelessSession session, Criteria criteria, UUID after) {
        var query = session.createQuery(
                        "select new " + Entry.class.getName() + "(c.id, c.type, c.version) from Content c where "
                                + criteria.where() + " and c.id > :after order by c.id",
                        Entry.class)
                .setParameter("after", after)
                .setMaxResults(ROWS_AT_ONCE);
        criteria.values().forEach(query::setParameter);
        return query.getResultList();
    }
}
