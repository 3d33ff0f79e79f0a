package de.stadtchronik.documentation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.PathItem;

/** What can be done with the items of every type beside reading them, in the words of the API document. */
enum Edit {
    CREATE(
            PathItem.HttpMethod.POST,
            "",
            "Create a draft",
            "Creates a draft, which only editors see. References may be ids, slug paths, sources, or titles. Needs the role"
                    + " `author`.",
            Body.DOCUMENT,
            "Created"),
    REPLACE(
            PathItem.HttpMethod.PUT,
            "/{idOrSlug}",
            "Replace the draft",
            "Replaces the draft; what is published stays as it is until the draft is published. What the service itself"
                    + " says of an item may be sent back, and has no effect. Needs the role `author`.",
            Body.DOCUMENT,
            "Item"),
    PATCH(
            PathItem.HttpMethod.PATCH,
            "/{idOrSlug}",
            "Change the draft",
            "A merge patch (RFC 7396) on the draft: what is `null` is removed, lists are replaced as a whole. Needs the"
                    + " role `author`.",
            Body.PATCH,
            "Item"),
    DELETE(
            PathItem.HttpMethod.DELETE,
            "/{idOrSlug}",
            "Delete with all versions",
            "Removes the draft, the published document and all versions; what remains is that it was there. What others"
                    + " refer to is refused with the list of those (`referrers`), unless `detach=true`; what is archived, and"
                    + " old versions, keep their references, which lead nowhere then. Needs the role `editor`, or `author`"
                    + " for what was never public and is not scheduled; to detach, also the right to what that changes.",
            Body.NONE,
            "NoContent"),
    UPSERT(
            PathItem.HttpMethod.PUT,
            "/by-source/{system}/{externalId}",
            "Create or replace by source",
            "Creates the draft of the item that came from there, or replaces it; one that became part of another is"
                    + " refused (409). Needs no `If-Match`, but heeds one, and"
                    + " `If-None-Match: *`, which only creates. Needs the role `author`.",
            Body.DOCUMENT,
            "Upserted"),
    PUBLISH(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/publish",
            "Publish the draft",
            "Makes the draft public, or, before the end of its embargo, schedules that. Needs the role `editor`.",
            Body.REQUEST,
            "Item"),
    SCHEDULE(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/schedule",
            "Publish the draft at a moment",
            "Freezes the draft and publishes it at `publishAt`, within a second. Needs the role `editor`.",
            Body.REQUEST,
            "Item"),
    UNSCHEDULE(
            PathItem.HttpMethod.DELETE,
            "/{idOrSlug}/schedule",
            "Do not publish at a moment",
            "Frees a scheduled draft. Needs the role `editor`.",
            Body.NONE,
            "Item"),
    WITHDRAW(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/withdraw",
            "Take back from the public",
            "The public gets 410 with a tombstone that says why; editors keep the document as a draft. Needs the role"
                    + " `editor`.",
            Body.REQUEST,
            "Item"),
    ARCHIVE(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/archive",
            "Archive for good",
            "Stays public with a notice, and never changes again. Needs the role `editor`.",
            Body.REQUEST,
            "Item"),
    RESTORE(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/restore",
            "Make a version the draft",
            "Copies an earlier version into the draft, also of something withdrawn. The present version discards the"
                    + " draft. Needs the role `author`.",
            Body.REQUEST,
            "Item"),
    MERGE(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/merge",
            "Merge into another",
            "What refers to it refers to the other item from then on, and its id and slugs lead there (308). What is"
                    + " archived, and old versions, stay as they are, but show the other item. Its own document and versions"
                    + " are gone. Answers with the item that remains. Needs the role `editor`, and the right to what that"
                    + " changes.",
            Body.REQUEST,
            "Item"),
    HIDE(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/hide",
            "Hide a copy",
            "The public does not see it here, whatever its origin does with it. For copies from another instance only,"
                    + " which nobody can change otherwise. Needs the role `editor`.",
            Body.NONE,
            "Item"),
    UNHIDE(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/unhide",
            "Show a copy again",
            "The public sees it again, as its origin has it by then. Needs the role `editor`.",
            Body.NONE,
            "Item"),
    ERASE(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/erase",
            "Erase for data protection",
            "Deletes the item, and what was merged into it, so that nothing shows whom it was about, frees its slugs, and"
                    + " takes it out of whatever refers to it, old versions included. Answers with the items whose own words,"
                    + " notes or explanations still contain a name of it; the names of what was merged into it are not known"
                    + " any more. Needs the role `admin`.",
            Body.NONE,
            "Erasure"),
    PREVIEW(
            PathItem.HttpMethod.POST,
            "/{idOrSlug}/preview",
            "Make a preview link",
            "A signed link that shows the draft of this item, as it would be published, to whoever has it, until a"
                    + " moment. Needs the role `author`.",
            Body.REQUEST,
            "PreviewLink");

    enum Body {
        NONE,
        DOCUMENT,
        PATCH,
        REQUEST
    }

    final PathItem.HttpMethod method;
    final String path;
    final String summary;
    final String description;
    final Body body;
    final String success;

    Edit(PathItem.HttpMethod method, String path, String summary, String description, Body body, String success) {
        this.method = method;
        this.path = path;
        this.summary = summary;
        this.description = description;
        this.body = body;
        this.success = success;
    }

    /** What it is called where the items have some name, such as {@code createEvent}. */
    String operationId(String name) {
        return name().toLowerCase(Locale.ROOT) + name;
    }

    /** Whether it changes an item that is there, on the revision that {@code If-Match} names. */
    boolean needsRevision() {
        return path.startsWith("/{idOrSlug}") && this != PREVIEW;
    }

    /** Whether it can be rehearsed. */
    boolean writes() {
        return this != PREVIEW;
    }

    /** The statuses of the problems it may answer with, beside those of every request with a key. */
    Set<String> failures() {
        var failures = new TreeSet<>(Set.of("400"));
        if (path.startsWith("/{idOrSlug}")) {
            failures.add("404");
        }
        if (needsRevision()) {
            failures.addAll(List.of("410", "412", "428"));
        }
        if (writes()) {
            failures.addAll(List.of("409", "422"));
        }
        if (this == CREATE) {
            // Asked for again by its Idempotency-Key, when it is deleted since.
            failures.add("410");
        }
        if (this == UPSERT) {
            failures.add("412");
        }
        if (body != Body.NONE) {
            failures.add("422");
        }
        return failures;
    }
}
