package de.stadtchronik.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.TestDatabase;
import de.stadtchronik.packaged.Remembered.Status;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Somebody who writes releases over HTTP as fast as he can, alone on his own, and remembers what was acknowledged. */
final class StormClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Far more than an answer takes, so that only one that hangs runs into it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SplittableRandom random = new SplittableRandom();
    private final Map<String, Remembered> items = new HashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();
    private Optional<Write> unanswered = Optional.empty();
    private Optional<Write> acknowledged = Optional.empty();

    /** By id, all that there should be of this client's. */
    Map<UUID, Remembered> items() {
        var byId = new HashMap<UUID, Remembered>();
        items.forEach((name, item) -> byId.put(ids.get(name), item));
        return byId;
    }

    /**
     * Writes until the application is gone.
     *
     * @throws IOException if it is gone before the storm is over
     */
    void writeUntilKilled(PackagedApp app, Storm storm) throws IOException, InterruptedException {
        try {
            while (true) {
                var write = next();
                unanswered = Optional.of(write);
                take(write, answer(app, write));
                unanswered = Optional.empty();
                storm.answered(write);
            }
        } catch (IOException gone) {
            if (!storm.isOver()) {
                throw gone;
            }
        }
    }

    private Write next() {
        var write = nextInEarnest();
        return switch (random.nextInt(12)) {
            case 0 -> write.rehearsed();
            case 1 -> write.creates() ? write : write.stale();
            default -> write;
        };
    }

    private Write nextInEarnest() {
        var alive =
                items.values().stream().filter(item -> !item.is(Status.DELETED)).toList();
        var dice = random.nextInt(100);
        if (alive.isEmpty() || dice < 20) {
            return Write.post(Remembered.absent(UUID.randomUUID().toString()));
        }
        var item = alive.get(random.nextInt(alive.size()));
        if (dice < 40) {
            return Write.put(item);
        }
        if (dice < 60) {
            return Write.patch(item);
        }
        if (dice < 85) {
            return Write.publish(item);
        }
        return dice < 95 && item.is(Status.PUBLISHED) ? Write.withdraw(item) : Write.delete(item);
    }

    /**
     * After a restart: everything is as it was acknowledged; the write that got no answer has happened or not, and
     * happens once when it is asked for again; and what was acknowledged is acknowledged again, without effect.
     *
     * @return what is not so
     */
    List<String> faultsAfter(PackagedApp restarted) throws IOException, InterruptedException {
        var faults = new ArrayList<String>();
        if (acknowledged.isPresent()) {
            repeat(restarted, acknowledged.get(), true, faults);
        }
        if (unanswered.isPresent()) {
            var write = unanswered.get();
            var found = state(restarted, write.before().name());
            var happened = write.after().state().equals(found);
            if (!happened && !write.before().state().equals(found)) {
                faults.add(write + " left " + found);
            }
            repeat(restarted, write, happened, faults);
            unanswered = Optional.empty();
        }
        for (var item : items.values()) {
            requireState(restarted, item, faults);
        }
        return faults;
    }

    private void repeat(PackagedApp app, Write write, boolean happened, List<String> faults)
            throws IOException, InterruptedException {
        var answer = answer(app, write);
        take(write, answer);
        // Whether something without effect had been answered cannot be seen, and an answer without a body does not say.
        var replayed = answer.headers().firstValue("Idempotency-Replayed").isPresent();
        if (write.showsItem() && write.changes() && replayed != happened) {
            faults.add(write + " had happened: " + happened + ", was replayed: " + replayed);
        }
    }

    private void requireState(PackagedApp app, Remembered item, List<String> faults)
            throws IOException, InterruptedException {
        var found = state(app, item.name());
        if (!item.state().equals(found)) {
            faults.add(address(item.name()) + " should be " + item.state() + ", and is " + found);
        }
    }

    /** What editors are shown of an item now. */
    private String state(PackagedApp app, String name) throws IOException, InterruptedException {
        var answer =
                HTTP.send(request(app, address(name) + "?view=draft").build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == NOT_FOUND
                ? Remembered.absent(name).state()
                : state(JSON.readTree(answer.body()), name);
    }

    private static String state(JsonNode view, String name) {
        return view.path("status").asText() + ", revision "
                + view.path("revision").asInt() + ", version "
                + view.path("version").asInt() + ", text " + NumberedText.number(view, name);
    }

    private HttpResponse<String> answer(PackagedApp app, Write write) throws IOException, InterruptedException {
        var name = write.before().name();
        var path = (write.creates() ? "/v1/releases" : address(name)) + write.action();
        var request = request(app, path + (write.dryRun() ? "?dryRun=true" : ""))
                .method(write.method(), HttpRequest.BodyPublishers.ofString(write.body()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", write.key());
        if (!write.creates()) {
            request.header("If-Match", "\"r" + write.revision() + "\"");
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Remembers what was answered, which has to be what was expected. */
    private void take(Write write, HttpResponse<String> answer) throws IOException {
        var name = write.before().name();
        if (answer.statusCode() != write.status()) {
            throw new IllegalStateException(write + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        if (write.showsItem()) {
            var view = JSON.readTree(answer.body());
            if (!write.after().state().equals(state(view, name))) {
                throw new IllegalStateException(write + " was answered by " + state(view, name));
            }
            ids.putIfAbsent(name, UUID.fromString(view.path("id").asText()));
        }
        if (write.acknowledges()) {
            items.put(name, write.after());
            acknowledged = Optional.of(write);
        }
    }

    /** By id, or, before that is known, by the slug it would have. */
    private String address(String name) {
        var id = ids.get(name);
        return "/v1/releases/" + (id == null ? NumberedText.slug(name, 1) : id);
    }

    private static HttpRequest.Builder request(PackagedApp app, String path) {
        return HttpRequest.newBuilder(app.address().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY);
    }
}
