package de.stadtchronik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that people see, and the example for frontends, in a browser and as axe judges them. */
@Tag("full")
class PagesInABrowserIT {

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html;charset=UTF-8", "js", "text/javascript;charset=UTF-8");

    private static final Pattern FOUND = Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL);

    /**
     * Shows pages in frames, because a window of Chromium cannot be as narrow as 320 pixels, and has axe look at each: its
     * findings, too wide a page, and any number of main headings but one.
     */
    private static final String INSPECTION = """
            <!DOCTYPE html><html lang="en"><title>Inspection</title><ul id="found"></ul><script>
            async function inspect(path, width) {
              const frame = document.createElement('iframe');
              Object.assign(frame, {src: path, width, height: 900, title: path});
              document.body.append(frame);
              await new Promise((loaded) => { frame.onload = loaded; });
              const page = frame.contentDocument;
              while (page.querySelector('[aria-busy=true]')) await new Promise((later) => setTimeout(later, 50));
              const script = page.createElement('script');
              script.src = '/axe.js';
              page.head.append(script);
              await new Promise((loaded) => { script.onload = loaded; });
              const result = await frame.contentWindow.axe.run(page);
              const found = result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} ${node.html}`));
              if (page.documentElement.scrollWidth > width) found.push(`wide ${page.documentElement.scrollWidth}`);
              if (page.querySelectorAll('h1').length !== 1) found.push('headings');
              found.push(`${result.passes.length > 10 ? 'inspected' : 'not inspected'}`);
              frame.remove();
              return found.map((what) => `${what.split(/\\s/)[0]} ${width} ${path} ${what}`);
            }
            (async () => {
              for (const path of new URLSearchParams(location.search).getAll('page'))
                for (const width of [320, 1280])
                  for (const what of await inspect(path, width)) {
                    const line = document.createElement('li');
                    line.textContent = what;
                    document.getElementById('found').append(line);
                  }
            })();
            </script>
            """;

    private static final String FAULTY = """
            <!DOCTYPE html><html><title>Faulty</title>
            <style>body { color: #aaa; background: #fff; width: 500px }</style><p>Faint, without landmark, language or heading.</p>
            """;

    @TempDir
    private static Path folder;

    private static PackagedApp app;
    private static HttpServer website;

    @BeforeAll
    static void aCityAndAWebsiteOfAnotherOrigin() throws IOException {
        app = Installation.fresh(Edition.EMBEDDED, Sample.ENRICHED)
                .with(Map.of(
                        "stadtchronik.provider.name", "Stadt Kaiserslautern",
                        "stadtchronik.provider.imprint", "https://www.example.org/impressum",
                        "stadtchronik.provider.privacy", "https://www.example.org/datenschutz",
                        "stadtchronik.provider.accessibility", "https://www.example.org/barrierefreiheit"))
                .start();
        website = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        website.createContext("/", exchange -> answer(exchange, TYPES.get("html"), ofTheService(exchange)));
        website.createContext("/example/", PagesInABrowserIT::answerWithFile);
        website.createContext("/axe.js", exchange -> answer(exchange, TYPES.get("js"), axe()));
        website.createContext("/inspection", exchange -> answer(exchange, TYPES.get("html"), INSPECTION));
        website.createContext("/faulty", exchange -> answer(exchange, TYPES.get("html"), FAULTY));
        website.start();
    }

    @AfterAll
    static void close() {
        website.stop(0);
        app.close();
    }

    @Test
    void theCalendarShowsJune2020AndMakesUpNoDay() {
        var page = Browser.open(at("/example/calendar.html?month=2020-06"), folder);

        assertThat(page, containsString("<h1 id=\"month\">Juni 2020</h1>"));
        assertThat(page, containsString(">8 Ereignisse und Reihen</p>"));
        assertThat(page, containsString(">Gründung der Einheit Digitalisierung (I.8)</a> (Juni 2020)</li>"));
        assertThat(page, containsString("</a> (Sommer 2020, vielleicht in diesem Monat)</li>"));
        var days = page.substring(page.indexOf("<tbody id=\"days\">"), page.indexOf("</tbody>"));
        assertEquals(30, days.split("<time ", -1).length - 1);
        assertThat(days, containsString("<tr><td><time datetime=\"2020-06-01\">1</time></td>"));
        assertEquals(
                List.of("2020-06-08 Videokonferenz der IKONE DS im Juni 2020"),
                Pattern.compile("datetime=\"([0-9-]+)\">\\d+</time><br><a href=\"[^\"]+\">([^<]+)</a>")
                        .matcher(days)
                        .results()
                        .map(day -> day.group(1) + " " + day.group(2))
                        .toList());
        assertThat(
                page, containsString("<li>Fruchthalle (49.445° N, 7.772° O): Kulturlivestreams aus der Fruchthalle"));
        assertThat(page, containsString("<a id=\"next\" href=\"?month=2020-07\">"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void noPageHasAFindingWideOrNarrowDarkOrLight(int scheme) {
        var pages = List.of(
                "/",
                "/?lang=en",
                "/problems/invalid-parameters",
                "/problems/cursor-expired?lang=en",
                "/example/calendar.html?month=2020-06");
        assertEquals(
                pages.stream()
                        .flatMap(page -> List.of("320 " + page, "1280 " + page).stream())
                        .map(page -> "inspected " + page + " inspected")
                        .toList(),
                inspect(scheme, pages));
    }

    @Test
    void swaggerUiShowsWhatCanBeReadUnderTheServicesName() {
        var page = Browser.open(app.address().resolve("/q/swagger-ui/#/Events/listEvents"), folder);

        assertThat(page, containsString("<title>Stadtchronik</title>"));
        assertThat(page, containsString("alt=\"Stadtchronik\""));
        assertEquals(
                List.of(
                        "Releases",
                        "Events",
                        "Event series",
                        "Projects",
                        "Organisations",
                        "People",
                        "Places",
                        "Topics",
                        "FAQs",
                        "Media",
                        "Search",
                        "Pulling"),
                Pattern.compile("<h3 class=\"opblock-tag\"[^>]* data-tag=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(tag -> tag.group(1))
                        .toList());
        assertThat(
                page,
                containsString("<div class=\"opblock opblock-get is-open\" id=\"operations-Events-listEvents\">"));
    }

    @Test
    void aFaultIsFound() {
        assertThat(
                inspect(1, List.of("/faulty")).stream()
                        .map(found -> found.substring(0, found.indexOf(' ')))
                        .toList(),
                hasItems("html-has-lang", "color-contrast", "landmark-one-main", "region", "headings", "wide"));
    }

    /** @param scheme what the user prefers, in Chromium's numbers: 0 is dark, 1 is light */
    private static List<String> inspect(int scheme, List<String> pages) {
        var query = String.join(
                "&",
                pages.stream()
                        .map(page -> "page=" + URLEncoder.encode(page, StandardCharsets.UTF_8))
                        .toList());
        var page = Browser.open(at("/inspection?" + query), folder, "--blink-settings=preferredColorScheme=" + scheme);
        return FOUND.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + website.getAddress().getPort() + path);
    }

    /** A page of the service, without the headers that keep foreign scripts such as axe out of it. */
    private static String ofTheService(HttpExchange exchange) {
        return app.api()
                .urlEncodingEnabled(false)
                .accept("text/html")
                .get(exchange.getRequestURI().toString())
                .asString();
    }

    private static void answerWithFile(HttpExchange exchange) throws IOException {
        var name = Path.of(exchange.getRequestURI().getPath()).getFileName().toString();
        var text = Files.readString(Path.of("docs", "example", name));
        answer(
                exchange,
                TYPES.get(name.substring(name.indexOf('.') + 1)),
                text.replace("http://localhost:8080", app.address().toString()));
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String axe() {
        try (var script = PagesInABrowserIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
