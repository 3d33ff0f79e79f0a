package de.stadtchronik.sync;

import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.feed.FeedPage;
import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes parts of the feed. */
@ApplicationScoped
class FeedWriter {

    private final String license;

    FeedWriter(Settings settings) {
        license = settings.provider().license().toString();
    }

    /** {@code {data, next, hasMore, license}}. */
    byte[] page(FeedPage page) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"data\":[".getBytes(StandardCharsets.UTF_8));
        var separator = "";
        for (var entry : page.entries()) {
            bytes.writeBytes(separator.getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(entry.json());
            separator = ",";
        }
        var end = DocumentJson.write(end(page));
        bytes.writeBytes(("]," + end.substring(1)).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** A line for each change, and one that says how far that is. */
    void lines(FeedPage page, OutputStream out) throws IOException {
        for (var entry : page.entries()) {
            out.write(entry.json());
            out.write('\n');
        }
        out.write(DocumentJson.write(end(page)).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private Map<String, Object> end(FeedPage page) {
        var end = new LinkedHashMap<String, Object>();
        end.put("next", page.next().text());
        end.put("hasMore", page.hasMore());
        end.put("license", license);
        return end;
    }
}
