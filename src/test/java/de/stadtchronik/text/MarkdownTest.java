package de.stadtchronik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void htmlKeepsWhatTextNeedsAndNothingElse() {
        assertEquals("<p><em>a</em> <strong>b</strong> <code>c</code></p>\n", html("*a* **b** `c`"));
        assertEquals("<ol start=\"3\"><li>a</li></ol>\n", html("3. a"));
        assertEquals("<p>a<br />\nb</p>\n", html("a  \nb"));
        assertEquals("<p><a href=\"mailto:a&#64;b.de\">a&#64;b.de</a></p>\n", html("<a@b.de>"));
        assertEquals("<p>a</p>\n", html("<u style=\"x\">a</u>"));
        assertEquals("<p>x</p>\n", html("[x](vbscript:y)"));
        assertEquals("", html(""));
    }

    @Test
    void relativeLinksStay() {
        assertEquals("<p><a href=\"/v1/events\">Termine</a></p>\n", html("[Termine](/v1/events)"));
    }

    @Test
    void textHasNoMarkup() {
        assertEquals("Titel\n\na b", Markdown.render("# Titel\n\n*a* **b**", BodyFormat.TEXT));
        assertEquals("", Markdown.render("  ", BodyFormat.TEXT));
    }

    @Test
    void markdownIsAsWritten() {
        assertEquals("<b>a</b> *b*  ", Markdown.render("<b>a</b> *b*  ", BodyFormat.MARKDOWN));
    }

    private static String html(String markdown) {
        return Markdown.render(markdown, BodyFormat.HTML);
    }
}
