/**
 * A way out: tells the servers of partners that something changed, in the manner of Standard Webhooks. A message is a thin
 * nudge that may come twice; what changed is in the feed, which is the truth.
 */
@NullMarked
package de.stadtchronik.webhook;

import org.jspecify.annotations.NullMarked;
