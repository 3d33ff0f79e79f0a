package de.stadtchronik.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtchronik.content.Label;
import de.stadtchronik.content.PublicItems;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.listing.ReadOptions;
import de.stadtchronik.reading.ItemWriter;
import de.stadtchronik.reading.RelatedItems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Writes rows of the feed as JSON, as they are in one state of the database. */
record FeedEntryWriter(StatelessSession session, ResourceTypes types, Links links) {

    /** A row to be given out, and the reason why it is gone; empty if it is there. */
    record Judged(FeedRow row, Optional<String> reason) {}

    /**
     * What is to be given out, in the same order.
     *
     * @param thin without the items, which were not read then
     */
    List<FeedEntry> write(List<Judged> judged, boolean thin) throws IOException {
        // Few, so that of the others nothing has to be looked up, and no document has to be taken apart.
        var partly = judged.stream()
                .filter(entry -> entry.reason().isEmpty() && entry.row().partlyShown())
                .map(entry -> entry.row().id())
                .toList();
        var successors = judged.stream().map(entry -> entry.row().successor()).flatMap(Stream::ofNullable);
        var relatedItems = new RelatedItems(labels(partly, successors.toList()), Map.of());
        var items = new ItemWriter(types, links, ReadOptions.AS_WRITTEN, relatedItems);
        var entries = new ArrayList<FeedEntry>(judged.size());
        var bytes = new ByteArrayOutputStream();
        for (var entry : judged) {
            bytes.reset();
            try (var out = DocumentJson.MAPPER.createGenerator(bytes)) {
                writeStart(entry, out);
                if (entry.reason().isPresent()) {
                    writeTombstone(entry.row(), relatedItems, out);
                } else if (!thin) {
                    out.writeFieldName("item");
                    var item = entry.row().item();
                    if (entry.row().partlyShown()) {
                        items.write(item, Optional.empty(), out);
                    } else {
                        items.writeWhole(item, out);
                    }
                }
                out.writeEndObject();
            }
            entries.add(new FeedEntry(entry.row().seq(), bytes.toByteArray()));
        }
        return entries;
    }

    private static void writeStart(Judged entry, JsonGenerator out) throws IOException {
        var row = entry.row();
        out.writeStartObject();
        out.writeNumberField("seq", row.seq());
        out.writeStringField("type", row.item().type());
        out.writeStringField("id", row.id().toString());
        out.writeStringField("op", entry.reason().isEmpty() ? "UPSERT" : "DELETE");
        if (entry.reason().isPresent()) {
            out.writeStringField("reason", entry.reason().get());
        }
        out.writeNumberField("version", row.item().version());
        out.writeStringField("changedAt", row.changedAt().toString());
    }

    private static void writeTombstone(FeedRow row, RelatedItems relatedItems, JsonGenerator out) throws IOException {
        if (row.visible()) {
            return;
        }
        var explanation = row.item().explanation();
        if (explanation != null) {
            out.writePOJOField("explanation", DocumentJson.label(explanation));
        }
        var successor = row.successor();
        if (successor != null && relatedItems.labels().containsKey(successor)) {
            out.writeStringField("successor", successor.toString());
        }
    }

    /** The labels of all public items to which some refer, and of others. */
    private Map<UUID, Label> labels(Collection<UUID> owners, Collection<UUID> others) {
        var labels = new HashMap<UUID, Label>();
        if (!owners.isEmpty() || !others.isEmpty()) {
            session.createQuery(
                            PublicItems.LABELS + "(i.id in :others or i.id in (" + PublicItems.SHOWN_TARGETS + "))",
                            Object[].class)
                    .setParameter("others", others)
                    .setParameter("owners", owners)
                    .getResultStream()
                    .forEach(found -> labels.put((UUID) found[0], (Label) found[1]));
        }
        return labels;
    }
}
