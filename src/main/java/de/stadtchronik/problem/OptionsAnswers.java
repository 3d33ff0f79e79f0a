package de.stadtchronik.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Lets OPTIONS name the methods of the address asked for; the REST layer names those of all addresses of a resource. */
class OptionsAnswers {

    private final AllowedMethods allowed;

    OptionsAnswers(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerResponseFilter
    void name(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.OPTIONS) && response.getStatus() < 300) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW, allowed.at(request.getUriInfo().getPath()));
        }
    }
}
