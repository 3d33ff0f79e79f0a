package de.stadtchronik.webhook;

import de.stadtchronik.feed.FeedFilter;

/** What a webhook is to be, after all checks. */
record WebhookSpec(String name, String url, FeedFilter filter) {}
