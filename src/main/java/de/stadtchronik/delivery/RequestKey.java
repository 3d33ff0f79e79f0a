package de.stadtchronik.delivery;

import de.stadtchronik.text.Languages;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, whoever asks: requests with the same key have the same answer.
 *
 * @param path as it was sent
 * @param parameters decoded, by their names in a fixed order; those of one name as they were sent
 * @param languages in which texts are wanted; none if a parameter says it
 */
record RequestKey(String path, List<Parameter> parameters, List<String> languages) {

    private record Parameter(String name, String value) {}

    private static final String PREFIX = "/v1/";

    /** What is different for each who asks, or never to be kept. */
    private static final Set<String> CONFIDENTIAL = Set.of("view", "preview");

    private static final Set<String> LANGUAGE = Set.of("lang");

    private static final Pattern REFUSED = Pattern.compile("q=0(\\.0*)?\\s*(,|;|$)");

    /**
     * The key of a request whose answer may be kept.
     *
     * @param lists the paths of lists, below the version of the API
     */
    static Optional<RequestKey> of(HttpServerRequest request, Set<String> lists) {
        var path = request.path();
        return isReading(request) && isKept(path, lists) && acceptsJson(request.getHeader(HttpHeaders.ACCEPT))
                ? of(path, parameters(request.query()), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                : Optional.empty();
    }

    private static Optional<RequestKey> of(String path, List<Parameter> parameters, @Nullable String languages) {
        if (isAnyOf(parameters, CONFIDENTIAL)) {
            return Optional.empty();
        }
        var wanted = isAnyOf(parameters, LANGUAGE)
                ? List.<String>of()
                : Languages.accepted(languages).chain();
        return Optional.of(new RequestKey(path, parameters, wanted));
    }

    /** In bytes, about. */
    int size() {
        var characters = path.length();
        for (var parameter : parameters) {
            characters += parameter.name().length() + parameter.value().length();
        }
        for (var language : languages) {
            characters += language.length();
        }
        return characters * Character.BYTES;
    }

    /** Nobody is to wait for the body of another. */
    private static boolean isReading(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** A list, or an item in it. */
    private static boolean isKept(@Nullable String path, Set<String> lists) {
        if (path == null || !path.startsWith(PREFIX)) {
            return false;
        }
        var end = path.indexOf('/', PREFIX.length());
        return lists.contains(path.substring(PREFIX.length(), end < 0 ? path.length() : end))
                && (end < 0 || path.indexOf('/', end + 1) < 0);
    }

    /** Whether that is plain to see; where it is not, the request is looked at closely. */
    private static boolean acceptsJson(@Nullable String accepted) {
        return accepted == null
                || ((accepted.contains("*/*") || accepted.contains("application/json"))
                        && !(accepted.contains("q=0")
                                && REFUSED.matcher(accepted).find()));
    }

    private static List<Parameter> parameters(@Nullable String query) {
        return query == null || query.isEmpty()
                ? List.of()
                : Arrays.stream(query.split("&", -1))
                        .map(RequestKey::parameter)
                        .sorted(Comparator.comparing(Parameter::name))
                        .toList();
    }

    private static Parameter parameter(String pair) {
        var equals = pair.indexOf('=');
        return new Parameter(
                QueryStringDecoder.decodeComponent(equals < 0 ? pair : pair.substring(0, equals)),
                equals < 0 ? "" : QueryStringDecoder.decodeComponent(pair.substring(equals + 1)));
    }

    private static boolean isAnyOf(List<Parameter> parameters, Set<String> names) {
        for (var parameter : parameters) {
            if (names.contains(parameter.name())) {
                return true;
            }
        }
        return false;
    }
}
