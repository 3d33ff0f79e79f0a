package de.stadtchronik.packaged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who writes whatever comes to mind, on items of his own. */
final class Scribe {

    static final List<String> TOPICS = List.of("kultur", "sport", "verkehr");

    private final Mortal service;
    private final SplittableRandom random;
    private final List<String> items = new ArrayList<>();
    /** What may be mentioned. */
    private final List<String> known;

    Scribe(Mortal service, SplittableRandom random) {
        this(service, random, new ArrayList<>());
    }

    /** One of several who mention what the others wrote, and share what they know. */
    Scribe(Mortal service, SplittableRandom random, List<String> known) {
        this.service = service;
        this.random = random;
        this.known = known;
    }

    /** Writes as long as there is something left to be written by all together. */
    void writes(AtomicInteger left) throws InterruptedException {
        while (left.getAndDecrement() > 0) {
            writesOnce();
        }
    }

    private void writesOnce() throws InterruptedException {
        if (items.size() < 5 || random.nextInt(6) == 0) {
            creates();
            return;
        }
        var item = items.get(random.nextInt(items.size()));
        switch (random.nextInt(10)) {
            case 0, 1 -> changes(item, "\"title\": " + title());
            case 2, 3 -> changes(item, "\"topics\": " + topics());
            case 4 -> changes(item, "\"slug\": \"s" + Long.toHexString(random.nextLong()) + "\"");
            case 5 -> changes(item, "\"mentions\": " + mentions());
            case 6 -> on(item, "POST", "/withdraw", "{\"reason\": \"WITHDRAWN\"}");
            case 7 -> on(item, "POST", "/publish", "{}");
            case 8 -> on(item, "DELETE", "?detach=true", "");
            default -> on(item, "POST", "/erase", "");
        }
    }

    private void creates() throws InterruptedException {
        var type = random.nextInt(3) == 0 ? "events" : "releases";
        var place = type.equals("events") && random.nextBoolean() ? ", \"place\": \"places/halle\"" : "";
        var answer = service.writes(
                "POST",
                "/v1/" + type,
                "{\"title\": " + title() + ", \"publisher\": \"organisations/"
                        + (random.nextBoolean() ? "stadt" : "verein") + "\", \"topics\": " + topics() + place + "}",
                Map.of());
        if (answer.statusCode() == 201) {
            var item =
                    "/v1/" + type + "/" + Mortal.json(answer.body()).path("id").asText();
            items.add(item);
            known.add(item);
            on(item, "POST", "/publish", "{}");
        }
    }

    private void changes(String item, String patch) throws InterruptedException {
        on(item, "PATCH", "", "{" + patch + "}");
        on(item, "POST", "/publish", "{}");
    }

    /** Acts on an item as it is right now; if that is not possible, because it is gone, it is not done. */
    private void on(String item, String method, String action, String body) throws InterruptedException {
        var draft = service.writes("GET", item + "?view=draft", "", Map.of());
        if (draft.statusCode() == 200) {
            var revision = Mortal.json(draft.body()).path("revision").asInt();
            service.writes(method, item + action, body, Map.of("If-Match", "\"r" + revision + "\""));
        }
    }

    private String title() {
        var english = random.nextInt(3) == 0 ? ", \"en\": \"Title " + random.nextInt() + "\"" : ", \"en\": null";
        return "{\"de\": \"Titel " + random.nextInt() + "\"" + english + "}";
    }

    private String topics() {
        return random.nextInt(4) == 0 ? "null" : "[\"topics/" + TOPICS.get(random.nextInt(TOPICS.size())) + "\"]";
    }

    private String mentions() {
        var other = known.get(random.nextInt(known.size()));
        return "[\"" + other.substring(other.lastIndexOf('/') + 1) + "\"]";
    }
}
