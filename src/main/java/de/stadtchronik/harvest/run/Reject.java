package de.stadtchronik.harvest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import de.stadtchronik.content.DocumentJson;
import de.stadtchronik.problem.Fault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was set aside, and why. */
@Entity
@Table(name = "harvest_reject")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Reject {

    private static final TimeBasedEpochRandomGenerator IDS = Generators.timeBasedEpochRandomGenerator();
    private static final int LONGEST_ENTRY = 10_000;
    private static final int MOST_FAULTS = 20;
    private static final int BRIEF_ENTRY = 200;
    private static final int BRIEF_FAULTS = 1;

    @Id
    UUID id;

    @Column(nullable = false)
    String source;

    /** The item, if what came said which one. */
    @Nullable
    UUID itemId;

    @Column(nullable = false)
    int version;

    @Column(nullable = false)
    Instant at;

    /** A list of faults in English, as JSON. */
    @Column(nullable = false)
    String faults;

    /** The beginning of what came. */
    @Column(nullable = false)
    String entry;

    protected Reject() {}

    /** @param inFull with more than the first of each, which is enough where there are many */
    static Reject of(String source, Entry entry, List<Fault> faults, boolean inFull, Instant now) {
        var reject = new Reject();
        reject.id = IDS.generate();
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
