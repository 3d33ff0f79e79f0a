package de.stadtchronik.text;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Renders stored Markdown (CommonMark 0.31, and the tables of GitHub Flavored Markdown) for the outside; HTML is cleaned by
 * an allow-list after rendering.
 */
public final class Markdown {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer TO_HTML =
            HtmlRenderer.builder().extensions(TABLES).build();
    private static final TextContentRenderer TO_TEXT = TextContentRenderer.builder()
            .extensions(TABLES)
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements("p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "code", "pre", "blockquote")
            .allowElements("ul", "ol", "li", "hr", "a", "img", "table", "thead", "tbody", "tr", "th", "td")
            .allowAttributes("href")
            .matching((element, attribute, value) -> LinkTarget.ofLink(value).orElse(null))
            .onElements("a")
            .allowAttributes("src")
            .matching((element, attribute, value) -> LinkTarget.ofPicture(value).orElse(null))
            .onElements("img")
            .allowAttributes("title")
            .onElements("a", "img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("align")
            .matching(false, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("start")
            .onElements("ol")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .toFactory();

    /** In characters. A tree has a node for each special character, and takes a hundred times the memory of its text. */
    private static final int LONG = 10_000;

    private static final Object ONE_LONG_AT_A_TIME = new Object();

    private Markdown() {}

    public static String render(String markdown, BodyFormat format) {
        if (markdown.length() < LONG || format == BodyFormat.MARKDOWN) {
            return rendered(markdown, format);
        }
        synchronized (ONE_LONG_AT_A_TIME) {
            return rendered(markdown, format);
        }
    }

    private static String rendered(String markdown, BodyFormat format) {
        return switch (format) {
            case MARKDOWN -> markdown;
            case HTML -> SAFE.sanitize(TO_HTML.render(PARSER.parse(markdown)));
            case TEXT ->
                TO_TEXT.render(PlainText.withoutHtml(PARSER.parse(markdown))).strip();
        };
    }
}
