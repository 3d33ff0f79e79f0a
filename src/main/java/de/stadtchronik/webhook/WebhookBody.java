package de.stadtchronik.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.content.Feed;
import de.stadtchronik.content.FeedFilter;
import de.stadtchronik.content.MergePatch;
import de.stadtchronik.content.Parameter;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.outbound.OutboundFailure.Reason;
import de.stadtchronik.problem.Body;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a webhook that is wanted: its form, and whether its address may be called. */
@ApplicationScoped
class WebhookBody {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_URL = 2000;

    /** No control characters, and no blank at its ends. */
    static final String NAME = "^[^\\p{C}\\p{Z}]([^\\p{C}]*[^\\p{C}\\p{Z}])?$";

    private static final Duration LOOKUP = Duration.ofSeconds(5);
    private static final Pattern NAME_SHAPE = Pattern.compile(NAME);

    /** A comma would make two of it. */
    private static final Pattern VALUE = Pattern.compile("[^\\s,\\p{C}]{1,140}");

    private static final List<String> FIELDS = List.of("name", "url", "filters");

    private final Feed feed;
    private final Outbound outbound;
    private final ObjectMapper json;

    WebhookBody(Feed feed, Outbound outbound, ObjectMapper json) {
        this.feed = feed;
        this.outbound = outbound;
        this.json = json;
    }

    /** @throws Problem INVALID_DOCUMENT */
    Wanted read(@Nullable JsonNode json) {
        return read(json, Optional.empty());
    }

    /**
     * A merge patch (RFC 7396) on what is wanted by now. What stays as it is is not looked at again: whoever has trouble
     * with a host is to be able to say so in the name.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    Wanted patched(@Nullable JsonNode patch, Wanted current) {
        var document = new NewWebhook(current.name(), current.url(), Filters.of(current.filter()));
        var merged = patch == null ? null : MergePatch.apply(patch, json.valueToTree(document));
        return read(merged, Optional.of(current));
    }

    private Wanted read(@Nullable JsonNode given, Optional<Wanted> current) {
        var body = new Body(given);
        body.requireObject(FIELDS);
        var name = name(body);
        var url = url(body, current.map(Wanted::url));
        var filter = bound(body, filters(body), current.map(Wanted::filter).orElse(FeedFilter.EVERYTHING));
        body.finish();
        return new Wanted(name.orElseThrow(), url.orElseThrow(), filter);
    }

    private static Optional<String> name(Body body) {
        var name = body.text("name")
                .filter(text -> text.length() <= LONGEST_NAME
                        && NAME_SHAPE.matcher(text).matches());
        if (name.isEmpty()) {
            body.fault(
                    "/name",
                    "invalid-name",
                    new Words(
                            "Der Name braucht 1 bis 100 Zeichen, ohne Steuerzeichen und ohne Leerraum am Rand.",
                            "The name needs 1 to 100 characters, without control characters, or blanks at its ends."));
        }
        return name;
    }

    private Optional<String> url(Body body, Optional<String> current) {
        var url = body.text("url").filter(text -> text.length() <= LONGEST_URL);
        if (url.isPresent() && url.equals(current)) {
            return url;
        }
        var refusal = url.map(this::refusal).orElse(Optional.of(Reason.MALFORMED_URL));
        refusal.ifPresent(reason -> {
            if (reason != Reason.MALFORMED_URL) {
                body.fault(
                        "/url",
                        "forbidden-address",
                        new Words(
                                "Dieser Rechner hat keine Adresse oder eine, die nicht öffentlich ist.",
                                "This host has no address, or one that is not public."));
            } else {
                body.fault(
                        "/url",
                        "invalid-url",
                        new Words(
                                "Hier braucht es eine Adresse mit http oder https, höchstens 2000 Zeichen, ohne Benutzernamen.",
                                "This needs an http or https URL of at most 2000 characters, without user info."),
                        List.of("https://partner.example/webhooks"));
            }
        });
        return url;
    }

    /** Refuses a name that nobody knows like one that only we know, so that nobody learns which names are known in here. */
    private Optional<Reason> refusal(String url) {
        try {
            outbound.check(URI.create(url), LOOKUP);
            return Optional.empty();
        } catch (OutboundFailure failure) {
            return Optional.of(failure.reason());
        } catch (IllegalArgumentException malformed) {
            return Optional.of(Reason.MALFORMED_URL);
        }
    }

    private static Filters filters(Body body) {
        var given = body.object("filters", Filters.NAMES);
        return new Filters(
                values(body, given, "type"),
                values(body, given, "topic"),
                values(body, given, "area"),
                values(body, given, "lang"),
                values(body, given, "publisher"));
    }

    private static List<String> values(Body body, Optional<JsonNode> filters, String name) {
        var given = filters.flatMap(object -> Body.field(object, name));
        if (given.isEmpty()) {
            return List.of();
        }
        var pointer = "/filters/" + name;
        var list = given.get();
        if (!list.isArray() || list.isEmpty() || list.size() > Parameter.MOST_VALUES) {
            body.fault(
                    pointer,
                    "not-a-list",
                    new Words(
                            "Hier braucht es eine Liste mit 1 bis 100 Werten.",
                            "This needs a list of 1 to 100 values."));
            return List.of();
        }
        var values = new TreeSet<String>();
        for (var index = 0; index < list.size(); index++) {
            var text = Optional.ofNullable(list.get(index).textValue())
                    .filter(value -> VALUE.matcher(value).matches());
            if (text.isEmpty()) {
                body.fault(
                        pointer + "/" + index,
                        "unknown-value",
                        new Words("Diesen Wert gibt es hier nicht.", "There is no such value here."));
            }
            text.ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    /** Names become ids by the same rules as in the feed; those that were bound before stay what they became then. */
    private FeedFilter bound(Body body, Filters wanted, FeedFilter current) {
        if (wanted.equals(Filters.of(current))) {
            return current;
        }
        try {
            return feed.filter(wanted.query());
        } catch (Problem problem) {
            if (problem.type() != ProblemType.INVALID_PARAMETERS) {
                throw problem;
            }
            problem.faults().forEach(fault -> body.add(fault.below("/filters/" + fault.parameter())));
            return current;
        }
    }
}
