package de.stadtchronik.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * Finds the HTML that stands amid Markdown, and leaves only its words: no tags, and nothing that is no text. What HTML would
 * not link to is not named either.
 */
final class PlainText extends AbstractVisitor {

    private static final PolicyFactory NO_MARKUP =
            new HtmlPolicyBuilder().allowElements("br", "p", "div", "li", "tr").toFactory();

    private final List<HtmlBlock> blocks = new ArrayList<>();
    private final List<HtmlInline> tags = new ArrayList<>();
    private final List<Node> wordsAlone = new ArrayList<>();

    private PlainText() {}

    /** The document, changed in place. */
    static Node withoutHtml(Node document) {
        var found = new PlainText();
        document.accept(found);
        found.blocks.forEach(PlainText::becomeParagraph);
        found.tags.forEach(PlainText::takeOut);
        found.wordsAlone.forEach(PlainText::unwrap);
        return document;
    }

    @Override
    public void visit(HtmlBlock block) {
        blocks.add(block);
    }

    @Override
    public void visit(HtmlInline tag) {
        tags.add(tag);
    }

    @Override
    public void visit(Link link) {
        if (LinkTarget.ofLink(link.getDestination()).isEmpty()) {
            wordsAlone.add(link);
        }
        visitChildren(link);
    }

    @Override
    public void visit(Image picture) {
        if (LinkTarget.ofPicture(picture.getDestination()).isEmpty()) {
            wordsAlone.add(picture);
        }
        visitChildren(picture);
    }

    private static void unwrap(Node node) {
        while (node.getFirstChild() != null) {
            node.insertBefore(node.getFirstChild());
        }
        node.unlink();
    }

    private static void becomeParagraph(HtmlBlock block) {
        var words = new Words();
        HtmlSanitizer.sanitize(block.getLiteral(), NO_MARKUP.apply(words));
        var text = words.text.toString().strip();
        if (!text.isEmpty()) {
            var paragraph = new Paragraph();
            paragraph.appendChild(new Text(text));
            block.insertBefore(paragraph);
        }
        block.unlink();
    }

    private static void takeOut(HtmlInline tag) {
        var literal = tag.getLiteral().toLowerCase(Locale.ROOT);
        if (literal.startsWith("<br")) {
            tag.insertBefore(new HardLineBreak());
        }
        for (var name : List.of("script", "style")) {
            if (literal.startsWith("<" + name)) {
                takeOutUpTo("</" + name, tag.getNext());
            }
        }
        tag.unlink();
    }

    private static void takeOutUpTo(String end, Node first) {
        var node = first;
        while (node != null && !isTag(end, node)) {
            var next = node.getNext();
            node.unlink();
            node = next;
        }
    }

    private static boolean isTag(String beginning, Node node) {
        return node instanceof HtmlInline tag
                && tag.getLiteral().toLowerCase(Locale.ROOT).startsWith(beginning);
    }

    /** What is left when tags only part lines. */
    private static final class Words implements HtmlStreamEventReceiver {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void text(String words) {
            text.append(words);
        }

        @Override
        public void openTag(String name, List<String> attributes) {
            text.append('\n');
        }

        @Override
        public void closeTag(String name) {}

        @Override
        public void openDocument() {}

        @Override
        public void closeDocument() {}
    }
}
