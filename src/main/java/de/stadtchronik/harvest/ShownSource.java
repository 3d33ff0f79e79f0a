package de.stadtchronik.harvest;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.harvest.origin.Scope;
import de.stadtchronik.harvest.run.HarvestSource;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source as administrators see it. */
@Schema(name = "HarvestSource", description = "A source, without its key.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ShownSource(
        @Schema(description = "What it is called here.", required = true, maxLength = 40)
        String name,

        @Schema(description = "Its base address.", required = true, format = "uri", maxLength = 2000)
        String url,

        @Schema(description = "Seconds between two runs.", required = true, minimum = "10", maximum = "604800")
        int interval,

        @Schema(description = "Whether a key is sent to the origin.", required = true)
        boolean hasKey,

        @Schema(
                description = "Whether the source is in the configuration, and can only be changed there.",
                required = true)
        boolean configured,

        @Schema(description = "Only these types.", maxItems = 100) @Nullable
        List<String> types,

        @Schema(description = "Only what refers to these topics.", maxItems = 100) @Nullable
        List<String> topics,

        @Schema(description = "Only what lies in these areas.", maxItems = 100) @Nullable
        List<String> areas,

        @Schema(description = "Only what has a text in one of these languages.", maxItems = 100) @Nullable
        List<String> languages,

        @Schema(description = "Only what these organisations publish.", maxItems = 100) @Nullable
        List<String> publishers,

        @Schema(
                description =
                        "`FAILING`: the last run failed, and the next will try again. `HELD`: so many copies would be removed, or so many would come, that an administrator has to confirm it. `PURGING`: it was deleted, and its copies are being removed.",
                required = true,
                enumeration = {"ACTIVE", "FAILING", "PAUSED", "HELD", "PURGING"})
        String status,

        @Schema(description = "Whether it is being pulled right now.", required = true)
        boolean running,

        @Schema(description = "Up to where it has been read: a cursor of the origin.", maxLength = 6000) @Nullable
        String position,

        @Schema(description = "How many copies there are.", required = true, minimum = "0")
        long copies,

        @Schema(
                description = "How many pages were read since it was last read to the end.",
                required = true,
                minimum = "0")
        int pagesRead,

        @Schema(description = "How many bytes these were.", required = true, minimum = "0")
        long bytesRead,

        @Schema(
                description = "How many copies there may be until an administrator has to confirm more.",
                required = true,
                minimum = "0")
        long mostCopies,

        @Schema(
                description =
                        "How many bytes may be read before the end is reached, until an administrator has to confirm more.",
                required = true,
                minimum = "0")
        long mostBytes,

        @Schema(description = "How many entries are set aside.", required = true, minimum = "0")
        long rejects,

        @Schema(
                description = "How many removals are waiting for the end of a run, or to be confirmed.",
                required = true,
                minimum = "0")
        long removals,

        @Schema(
                description = "How often the copies did not match the origin's manifest.",
                required = true,
                minimum = "0")
        int mismatches,

        @Schema(description = "How many runs failed in a row.", required = true, minimum = "0")
        int failures,

        @Schema(description = "How many runs ended.", required = true, minimum = "0")
        int runs,

        @Schema(
                description = "When the last run ended.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant lastRun,

        @Schema(
                description = "When a run last succeeded.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant lastSuccess,

        @Schema(description = "Why the last run did not succeed.", maxLength = 500) @Nullable
        String lastError,

        @Schema(description = "Why it waits although a run is due, or with what the next run goes on.", maxLength = 500)
        @Nullable
        String note,

        @Schema(
                description = "When the next run begins; absent if none is due.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant nextRun) {

    private static final String WAITS =
            "It is due, and begins once one of the few sources that are pulled at a time has"
                    + " had its share; slow ones let the others go first.";

    static ShownSource of(HarvestSource row, Scope scope, long copies, long rejects, long removals, Instant now) {
        var runs = row.status == HarvestSource.Status.ACTIVE || row.status == HarvestSource.Status.FAILING;
        var waits = runs && !row.isLeased(now) && !row.dueAt().isAfter(now);
        return new ShownSource(
                row.name,
                row.url,
                row.seconds,
                row.secret != null,
                row.configured,
                scope.types(),
                scope.topics(),
                scope.areas(),
                scope.languages(),
                scope.publishers(),
                row.status.name(),
                row.isLeased(now),
                row.place,
                copies,
                row.pages,
                row.bytes,
                row.mostCopies,
                row.mostBytes,
                rejects,
                removals,
                row.mismatches,
                row.failures(),
                row.runs,
                row.lastRun,
                row.lastSuccess,
                row.lastError,
                waits ? WAITS : row.note,
                runs ? row.dueAt() : null);
    }
}
