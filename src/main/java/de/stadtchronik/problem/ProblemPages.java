package de.stadtchronik.problem;

import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Languages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The pages that explain problems: every {@code type} of a problem document leads to one. */
@Path("/problems/{code}")
@Produces(MediaType.TEXT_HTML)
public class ProblemPages {

    private final Settings settings;

    ProblemPages(Settings settings) {
        this.settings = settings;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance problem(
                ProblemType type, NextStep next, String language, Settings.Provider provider);
    }

    @GET
    @Operation(hidden = true)
    public Response page(
            @PathParam("code") String code,
            @RestQuery @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var language = Languages.of(lang == null ? "" : lang).orElseGet(() -> Languages.accepted(acceptLanguage));
        return ProblemType.of(code)
                .map(type -> WebPage.of(
                        Templates.problem(type, NextStep.after(type), language.spoken(), settings.provider()),
                        language.spoken()))
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new BilingualText("Es gibt kein Problem „%s“.", "There is no problem “%s”.").with(code)));
    }
}
