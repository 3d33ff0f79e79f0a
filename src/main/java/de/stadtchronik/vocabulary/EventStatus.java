package de.stadtchronik.vocabulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an event takes place as planned. */
@Schema(description = "Whether an event takes place as planned.")
public enum EventStatus {
    SCHEDULED,
    CANCELLED,
    POSTPONED,
    RESCHEDULED,
    MOVED_ONLINE
}
