package de.stadtchronik.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets OPTIONS name the methods of the address asked for; the REST layer would name those of all addresses of a resource. */
class OptionsAnswers {

    private final AllowedMethods allowed;
    private final Failures failures;

    OptionsAnswers(AllowedMethods allowed, Failures failures) {
        this.allowed = allowed;
        this.failures = failures;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> name(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return Optional.empty();
        }
        var path = request.getUriInfo().getPath();
        var methods = allowed.at(path);
        if (methods.isEmpty()) {
            throw failures.of(404, path).orElseThrow();
        }
        return Optional.of(Response.ok()
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .header(AllowedMethods.ACCEPT_PATCH, allowed.patches(path).orElse(null))
                .build());
    }
}
