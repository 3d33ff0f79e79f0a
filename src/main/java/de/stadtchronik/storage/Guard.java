package de.stadtchronik.storage;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Refuses to write outside of {@link Storage#write}: that would be our mistake, and in the embedded edition cost data. */
@Singleton
@PersistenceUnitExtension
class Guard implements StatementInspector {

    private static final long serialVersionUID = 1;
    private static final List<String> LOCKING = List.of(" for update", " for no key update", " for share");

    private final transient Storage storage;

    Guard(Storage storage) {
        this.storage = storage;
    }

    @Override
    public String inspect(String sql) {
        if (!onlyReads(sql) && !storage.isWriting()) {
            throw new IllegalStateException("written outside of Storage.write: " + sql);
        }
        return sql;
    }

    /** Locking a row counts as writing. */
    private static boolean onlyReads(String sql) {
        var words = sql.toLowerCase(Locale.ROOT);
        return words.startsWith("select") && LOCKING.stream().noneMatch(words::contains);
    }
}
