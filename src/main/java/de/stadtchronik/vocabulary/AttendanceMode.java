package de.stadtchronik.vocabulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether people come to a place or watch from afar. */
@Schema(description = "Whether people come to a place or watch from afar.")
public enum AttendanceMode {
    ONSITE,
    ONLINE,
    MIXED,
    UNKNOWN
}
