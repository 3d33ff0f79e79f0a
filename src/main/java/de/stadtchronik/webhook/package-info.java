/**
 * Tells partners' servers that content has changed, following Standard Webhooks; partners manage their webhooks over
 * HTTP. A message is only a nudge and may arrive twice; what changed is in the feed.
 */
@NullMarked
package de.stadtchronik.webhook;

import org.jspecify.annotations.NullMarked;
