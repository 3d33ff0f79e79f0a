package de.stadtchronik.webhook;

import de.stadtchronik.content.FeedFilter;

/** A webhook that is wanted, or what is to become of one; with nothing wrong in it. */
record Wanted(String name, String url, FeedFilter filter) {}
