package de.stadtchronik.vocabulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether people attend at a place or online. */
@Schema(description = "Whether people attend at a place or online.")
public enum AttendanceMode {
    ONSITE,
    ONLINE,
    MIXED,
    UNKNOWN
}
