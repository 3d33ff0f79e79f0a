package de.stadtchronik.problem;

import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Nearest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which methods an address takes: what {@code Allow} has to say with a 405 (RFC 9110, section 15.5.6), and
 * {@code Accept-Patch} beside it (RFC 5789, section 3.1). The REST layer leaves both out.
 */
@ApplicationScoped
public class AllowedMethods {

    static final String ACCEPT_PATCH = "Accept-Patch";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT");

    private static final List<String> DOCUMENTATION = List.of("/q/openapi", "/q/swagger-ui/");

    private final List<Endpoint> endpoints;

    AllowedMethods(BeanManager beans) {
        endpoints = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::endpoints)
                .toList();
    }

    /** The methods, in their order; empty if there is no such path, which begins with a slash. */
    Set<String> at(String path) {
        var methods = new TreeSet<String>();
        endpoints(path).forEach(endpoint -> methods.add(endpoint.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    /** The formats of a PATCH as a header value; empty if the path takes none. */
    Optional<String> patches(String path) {
        return endpoints(path)
                .filter(endpoint -> endpoint.method().equals(HttpMethod.PATCH))
                .map(Endpoint::formats)
                .findFirst();
    }

    /** Asks whether a client that asked for a path which is not there meant another: our documentation, or one below /v1. */
    Optional<BilingualText> question(String path) {
        var inside = path.replaceFirst("^(/api)?(/v1)?(?=/|$)", "/v1");
        return Nearest.question(path, DOCUMENTATION, address -> address)
                .or(() -> slip(path))
                .or(() -> inside.equals(path) ? Optional.empty() : thereOrSlip(inside));
    }

    private Optional<BilingualText> thereOrSlip(String path) {
        return endpoints(path).findAny().isPresent()
                ? Nearest.question(path, List.of(path), meant -> meant)
                : slip(path);
    }

    /** Asks whether another path was meant in which one segment differs. */
    private Optional<BilingualText> slip(String path) {
        var segments = path.split("/", -1);
        return Stream.iterate(1, i -> i < segments.length, i -> i + 1)
                .flatMap(i -> question(segments, i).stream())
                .findFirst();
    }

    private Optional<BilingualText> question(String[] segments, int changed) {
        var names = endpoints.stream()
                .map(endpoint -> endpoint.template().split("/", -1))
                .filter(template -> template.length > changed && !template[changed].startsWith("{"))
                .map(template -> template[changed])
                .distinct()
                .filter(name -> !name.equals(segments[changed])
                        && endpoints(with(name, segments, changed)).findAny().isPresent())
                .toList();
        return Nearest.question(segments[changed], names, name -> with(name, segments, changed));
    }

    private static String with(String name, String[] segments, int changed) {
        var other = segments.clone();
        other[changed] = name;
        return String.join("/", other);
    }

    /** The template of a path, such as {@code /v1/people/{idOrSlug}}, which names no item. */
    public Optional<String> template(String path) {
        return endpoints(path)
                .map(Endpoint::template)
                .min(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()));
    }

    /** Whether a text is an HTTP method, alone or with the template of a path. */
    public boolean isRequest(String text) {
        var parts = text.split(" ", 2);
        return METHODS.contains(parts[0])
                && (parts.length == 1
                        || template(parts[1]).filter(parts[1]::equals).isPresent());
    }

    private Stream<Endpoint> endpoints(String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches());
    }

    private static Stream<Endpoint> endpoints(Class<?> resource) {
        var root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods()).flatMap(method -> {
            var path = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
            var template = path.map(rest -> root + "/" + rest).orElse(root).replaceAll("/{2,}", "/");
            return httpMethod(method)
                    .map(name -> new Endpoint(template, pattern(template), name, formats(method)))
                    .stream();
        });
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static String formats(Method method) {
        return Optional.ofNullable(method.getAnnotation(Consumes.class))
                .map(consumed -> String.join(", ", consumed.value()))
                .orElse("");
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value)
                .findFirst();
    }

    private record Endpoint(String template, Pattern path, String method, String formats) {}
}
