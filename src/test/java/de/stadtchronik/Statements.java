package de.stadtchronik;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Hears every SQL statement that goes to the database, for stories about how many there are and how they are answered. */
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    @Override
    public String inspect(String sql) {
        HEARD.add(sql);
        return sql;
    }

    /** The statements that were sent while something was done. */
    static List<String> during(Runnable deed) {
        HEARD.clear();
        deed.run();
        return new ArrayList<>(HEARD);
    }
}
