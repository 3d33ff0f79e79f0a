/**
 * Delivers webhook messages: reads the feed for each webhook, signs what it has to tell, sends it, and tries again. All
 * that is still to be delivered is in the database, so nothing is lost when the process dies.
 */
@NullMarked
package de.stadtchronik.webhook.dispatch;

import org.jspecify.annotations.NullMarked;
