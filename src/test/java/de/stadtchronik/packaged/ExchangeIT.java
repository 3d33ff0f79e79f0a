package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A city moves: out of one edition, into another. */
class ExchangeIT {

    @Tag("full")
    @Test
    void theSameContentLivesInAnotherOfTheSameEdition() throws IOException {
        theSameContentLivesInEveryEdition(Edition.EMBEDDED, Edition.EMBEDDED);
    }

    @ParameterizedTest
    @CsvSource({"EMBEDDED, POSTGRESQL", "POSTGRESQL, EMBEDDED"})
    void theSameContentLivesInEveryEdition(Edition from, Edition to) throws IOException {
        var old = Installation.fresh(from, Sample.ENRICHED);
        var file = old.folder().resolve("everything.ndjson");
        List<String> content;
        try (var app = old.start()) {
            var operator = new Operator(app);
            live(operator);
            Files.writeString(file, operator.export());
            content = operator.content();
        }

        var moved = Installation.fresh(to, Sample.NONE).with("stadtchronik.import", file.toString());
        String epoch;
        String head;
        try (var app = moved.start()) {
            var operator = new Operator(app);
            assertEquals(content, operator.content());
            epoch = operator.header("epoch");
            head = operator.header("head");
            app.api().get("/v1/topics/umbenannt").then().statusCode(200).body("version", equalTo(2));
            app.api().redirects().follow(false).get("/v1/topics/zuerst").then().statusCode(308);
            app.api().get("/v1/topics/vorbei").then().statusCode(410).body("tombstone.reason", equalTo("WITHDRAWN"));
        }
        // Started again with the same file, it has nothing to do.
        try (var app = moved.start()) {
            var operator = new Operator(app);
            assertEquals(content, operator.content());
            assertEquals(epoch, operator.header("epoch"));
            assertEquals(head, operator.header("head"));
            assertTrue(app.said().contains("created=0"), app.said());
        }
    }

    /** Drafts, renamed, scheduled, withdrawn, archived, merged, deleted and erased items, beside the sample. */
    private static void live(Operator operator) {
        operator.creates("topics", "{\"label\": {\"de\": \"Nur ein Entwurf\"}}");
        var renamed = topic(operator, "zuerst");
        operator.patches(renamed, "{\"slug\": \"umbenannt\", \"label\": {\"de\": \"Umbenannt\"}}");
        operator.does(renamed, "publish", "{\"updateType\": \"MINOR\", \"changeNote\": {\"de\": \"Umbenannt\"}}");
        operator.patches(renamed, "{\"label\": {\"de\": \"Noch einmal\"}}");
        operator.does(topic(operator, "bald"), "withdraw", "{\"reason\": \"WITHDRAWN\"}");
        operator.does(
                topic(operator, "vorbei"),
                "withdraw",
                "{\"reason\": \"WITHDRAWN\", \"explanation\": {\"de\": \"Vorbei.\"}, \"successor\": \"topics/umbenannt\"}");
        operator.does(topic(operator, "fest"), "archive", "{\"notice\": {\"de\": \"Wird nicht mehr gepflegt.\"}}");
        operator.does(topic(operator, "doppelt"), "merge", "{\"into\": \"topics/umbenannt\"}");
        operator.deletes(topic(operator, "geloescht"));
        operator.does(topic(operator, "getilgt"), "erase", "{}");
        var scheduled = operator.creates(
                "topics",
                "{\"slug\": \"spaeter\", \"label\": {\"de\": \"Später\"}, \"publisher\": \"organisations/herzlich-digital\"}");
        operator.does(scheduled, "schedule", "{\"publishAt\": \"2099-01-01T00:00:00Z\"}");
    }

    private static String topic(Operator operator, String slug) {
        var topic = operator.creates(
                "topics",
                "{\"slug\": \"" + slug + "\", \"label\": {\"de\": \"" + slug
                        + "\"}, \"publisher\": \"organisations/herzlich-digital\"}");
        operator.does(topic, "publish", "{}");
        return topic;
    }
}
