package de.stadtchronik.harvest.run;

import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.harvest.origin.Entry;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.storage.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of an entry that was set aside, and why. */
@Entity
@Table(name = "harvest_reject")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Reject {

    private static final int LONGEST_ENTRY = 10_000;
    private static final int MOST_FAULTS = 20;
    private static final int BRIEF_ENTRY = 200;
    private static final int BRIEF_FAULTS = 1;

    @Id
    public UUID id;

    @Column(nullable = false)
    String source;

    /** The item, if its id could be read. */
    @Nullable
    public UUID itemId;

    @Column(nullable = false)
    public int version;

    @Column(nullable = false)
    public Instant at;

    /** A list of faults in English, as JSON. */
    @Column(nullable = false)
    public String faults;

    /** The beginning of the entry. */
    @Column(nullable = false)
    public String entry;

    protected Reject() {}

    /** @param inFull whether to keep more than the first fault and the beginning of the entry */
    static Reject of(String source, Entry entry, List<Violation> faults, boolean inFull, Instant now) {
        var reject = new Reject();
        reject.id = Ids.next();
        reject.source = source;
        reject.itemId = entry.id();
        reject.version = entry.version();
        reject.at = now;
        reject.faults = DocumentJson.write(faults.stream()
                .limit(inFull ? MOST_FAULTS : BRIEF_FAULTS)
                .map(fault -> fault.in("en"))
                .toList());
        var raw = entry.raw().toString();
        reject.entry = raw.substring(0, Math.min(raw.length(), inFull ? LONGEST_ENTRY : BRIEF_ENTRY));
        return reject;
    }
}
