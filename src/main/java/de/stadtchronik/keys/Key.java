package de.stadtchronik.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.query.PageEnd;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as administrators see it. */
@Schema(name = "Key", description = "A key, without its secret.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Key(
        @Schema(
                description = "The id (UUIDv7).",
                required = true,
                implementation = String.class,
                format = "uuid",
                maxLength = 36)
        UUID id,

        @Schema(description = "What it is called here and in the audit trail.", required = true, maxLength = 100)
        String name,

        @Schema(
                description = "What it may do. Each role may also do what those before it may.",
                required = true,
                enumeration = {"partner", "author", "editor", "admin"})
        String role,

        @Schema(description = "The types it is confined to; absent if it is good for all.", maxItems = 100)
        Set<@Size(max = 40) String> types,

        @Schema(description = "The last characters of the key.", required = true, minLength = 4, maxLength = 4)
        String ending,

        @Schema(
                description = "When it was created.",
                required = true,
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        Instant createdAt,

        @Schema(description = "Who created it.", required = true, maxLength = 300)
        String createdBy,

        @Schema(description = "When it expires.", implementation = String.class, format = "date-time", maxLength = 40)
        @Nullable
        Instant expiresAt,

        @Schema(
                description = "When it was revoked.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant revokedAt,

        @Schema(
                description = "What to send as `Authorization: Bearer`. Shown in this answer only.",
                pattern = "^sck_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$",
                maxLength = 80)
        @Nullable
        String key) {

    /** Whether it is neither revoked nor expired. */
    public boolean isUsable(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    static Key of(ApiKey row) {
        return shown(row, null);
    }

    /** With its secret, for the one answer that shows it. */
    static Key once(ApiKey row, KeyToken token) {
        return shown(row, token.text());
    }

    private static Key shown(ApiKey row, @Nullable String key) {
        return new Key(
                row.id,
                row.name,
                row.role.word(),
                row.confinedTo(),
                row.ending,
                row.createdAt,
                row.createdBy,
                row.expiresAt,
                row.revokedAt,
                key);
    }

    /** A page of a list of them. */
    @Schema(name = "KeyPage", description = "A page of the list of keys.")
    record Page(
            @Schema(description = "The newest first.", maxItems = 100, required = true)
            List<Key> data,

            @Schema(ref = "Page") PageEnd.Page page,
            @Schema(ref = "PageLinks") PageEnd.Links links) {}
}
