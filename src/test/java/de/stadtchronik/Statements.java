package de.stadtchronik;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Hears every SQL statement that goes to the database, for stories about how many there are and how they are answered. */
@Decorator
@Priority(1)
public class Statements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    /** The thread that looks at the log all the time, where other instances write, too. */
    private static final String LOOKING = "recent-changes";

    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    private static final AtomicReference<Meanwhile> MEANWHILE = new AtomicReference<>();

    private final transient StatementInspector guard;

    @Inject
    Statements(@Delegate @PersistenceUnitExtension StatementInspector guard) {
        this.guard = guard;
    }

    @Override
    public String inspect(String sql) {
        if (!Thread.currentThread().getName().startsWith(LOOKING)) {
            HEARD.add(sql);
        }
        var meanwhile = MEANWHILE.get();
        if (meanwhile != null && sql.contains(meanwhile.part()) && MEANWHILE.compareAndSet(meanwhile, null)) {
            meanwhile.deed().run();
        }
        return guard.inspect(sql);
    }

    private record Meanwhile(String part, Runnable deed) {}

    /** Has something done by others just before the next statement that contains a text. */
    static void meanwhile(String part, Runnable deed) {
        MEANWHILE.set(new Meanwhile(part, deed));
    }

    /** The statements that were sent while something was done. */
    static List<String> during(Runnable deed) {
        HEARD.clear();
        deed.run();
        return new ArrayList<>(HEARD);
    }
}
