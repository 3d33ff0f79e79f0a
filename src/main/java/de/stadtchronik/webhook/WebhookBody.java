package de.stadtchronik.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.content.ResourceType;
import de.stadtchronik.content.ResourceTypes;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.outbound.OutboundFailure.Reason;
import de.stadtchronik.text.Languages;
import de.stadtchronik.text.Words;
import de.stadtchronik.vocabulary.MunicipalKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a webhook that is wanted: its form, and whether its address may be called. */
@ApplicationScoped
class WebhookBody {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_URL = 2000;

    /** No control characters, and no blank at its ends. */
    static final String NAME = "^[^\\p{C}\\p{Z}]([^\\p{C}]*[^\\p{C}\\p{Z}])?$";

    private static final int MOST_VALUES = 100;
    private static final Duration LOOKUP = Duration.ofSeconds(5);
    private static final Pattern NAME_SHAPE = Pattern.compile(NAME);
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,100}(/[A-Za-z0-9-]{1,39})?");
    private static final Pattern AREA = Pattern.compile(MunicipalKeys.AGS + "|" + MunicipalKeys.ARS);
    private static final List<String> FIELDS = List.of("name", "url", "filters");

    private final ResourceTypes types;
    private final Outbound outbound;

    WebhookBody(ResourceTypes types, Outbound outbound) {
        this.types = types;
        this.outbound = outbound;
    }

    /** @throws de.stadtchronik.problem.Problem INVALID_DOCUMENT */
    NewWebhook read(@Nullable JsonNode json) {
        var body = new Body(json);
        body.requireObject(FIELDS);
        var name = name(body);
        var url = url(body);
        var filters = filters(body);
        body.finish();
        return new NewWebhook(name.orElseThrow(), url.orElseThrow(), filters);
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

    private Optional<String> url(Body body) {
        var url = body.text("url").filter(text -> text.length() <= LONGEST_URL);
        var refusal = url.map(this::refusal).orElse(Optional.of(Reason.MALFORMED_URL));
        refusal.ifPresent(reason -> {
            if (reason == Reason.FORBIDDEN_ADDRESS) {
                body.fault(
                        "/url",
                        "forbidden-address",
                        new Words(
                                "Dieser Rechner hat eine Adresse, die nicht öffentlich ist.",
                                "This host has an address that is not public."));
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

    /** A name that nobody knows may be known tomorrow: only what is wrong for good is refused. */
    private Optional<Reason> refusal(String url) {
        try {
            outbound.check(URI.create(url), LOOKUP);
            return Optional.empty();
        } catch (OutboundFailure failure) {
            return Optional.of(failure.reason())
                    .filter(reason -> reason == Reason.MALFORMED_URL || reason == Reason.FORBIDDEN_ADDRESS);
        } catch (IllegalArgumentException malformed) {
            return Optional.of(Reason.MALFORMED_URL);
        }
    }

    private Filters filters(Body body) {
        var given = body.object("filters", Filters.NAMES);
        var known = types.all().stream().map(ResourceType::name).sorted().toList();
        return new Filters(
                values(body, given, "type", known::contains, known),
                values(body, given, "topic", matches(REFERENCE), List.of()),
                values(body, given, "area", matches(AREA), List.of("07", "07312", "07312000")),
                values(body, given, "lang", Languages::isWellFormed, List.of("de", "en", "de-simple")),
                values(body, given, "publisher", matches(REFERENCE), List.of()));
    }

    private static Predicate<String> matches(Pattern shape) {
        return text -> shape.matcher(text).matches();
    }

    private static List<String> values(
            Body body, Optional<JsonNode> filters, String name, Predicate<String> allowed, List<String> examples) {
        var given = filters.flatMap(object -> Body.field(object, name));
        if (given.isEmpty()) {
            return List.of();
        }
        var pointer = "/filters/" + name;
        var list = given.get();
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_VALUES) {
            body.fault(
                    pointer,
                    "not-a-list",
                    new Words(
                            "Hier braucht es eine Liste mit 1 bis 100 Werten.",
                            "This needs a list of 1 to 100 values."),
                    examples);
            return List.of();
        }
        var values = new LinkedHashSet<String>();
        for (var index = 0; index < list.size(); index++) {
            var text = Optional.ofNullable(list.get(index).textValue()).filter(allowed);
            if (text.isEmpty()) {
                body.fault(
                        pointer + "/" + index,
                        "unknown-value",
                        new Words("Diesen Wert gibt es hier nicht.", "There is no such value here."),
                        examples);
            }
            text.ifPresent(values::add);
        }
        return new ArrayList<>(values);
    }
}
