package de.stadtchronik.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
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
 * Which methods an address takes: what {@code Allow} has to say with a 405 (RFC 9110, section 15.5.6), and the REST layer
 * leaves out.
 */
@ApplicationScoped
public class AllowedMethods {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT");

    private final List<Endpoint> endpoints;

    AllowedMethods(BeanManager beans) {
        endpoints = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::endpoints)
                .toList();
    }

    /** The methods as a header value; the path begins with a slash. */
    String at(String path) {
        var methods = new TreeSet<>(List.of(HttpMethod.OPTIONS));
        endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
                .forEach(endpoint -> methods.add(endpoint.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }

    /** The template of a path, such as {@code /v1/people/{idOrSlug}}, which names no item. */
    public Optional<String> template(String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
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

    private static Stream<Endpoint> endpoints(Class<?> resource) {
        var root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods()).flatMap(method -> {
            var path = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
            var template = path.map(rest -> root + "/" + rest).orElse(root).replaceAll("/{2,}", "/");
            return httpMethod(method).map(name -> new Endpoint(template, pattern(template), name)).stream();
        });
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value)
                .findFirst();
    }

    private record Endpoint(String template, Pattern path, String method) {}
}
