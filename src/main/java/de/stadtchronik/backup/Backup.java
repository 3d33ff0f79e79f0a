package de.stadtchronik.backup;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A copy of the database. */
@Schema(name = "Backup", description = "A copy of the database.")
@JsonPropertyOrder({"file", "size", "sha256", "head", "epoch"})
record Backup(
        @Schema(
                description = "Where it is, below the data folder.",
                maxLength = 200,
                examples = "backups/stadtchronik-20260101T000000Z.zip")
        String file,

        @Schema(description = "Its size in bytes.", minimum = "1", examples = "123456")
        long size,

        @Schema(description = "Its SHA-256.", pattern = "[0-9a-f]{64}", maxLength = 64)
        String sha256,

        @Schema(description = "The position of the newest change in it.", minimum = "0", examples = "200")
        long head,

        @Schema(description = "The epoch in which it was made. A service that starts from it begins a new one.")
        UUID epoch) {}
