package de.stadtchronik.text;

/** How a Markdown text leaves the service: {@code bodyFormat=html|markdown|text}. */
public enum BodyFormat {
    /** Rendered and cleaned: safe to place in a page as it is. */
    HTML,
    /** As the editor wrote it (CommonMark). */
    MARKDOWN,
    /** Without any markup. */
    TEXT
}
